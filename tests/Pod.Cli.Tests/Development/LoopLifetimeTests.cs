using System.Text.Json.Nodes;

namespace Pod.Cli.Tests.Development;

/// <summary>How loops begin and end, and what they leave.</summary>
public sealed class LoopLifetimeTests : IAsyncLifetime
{
    private SampleProject _project = null!;

    public async Task InitializeAsync() => _project = await LoopProject.CreateAsync();

    public Task DisposeAsync()
    {
        _project.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("HUP", 0)]
    public async Task Ctrl_C_and_a_closed_window_leave_no_process(string signal, int exitCode)
    {
        await using var run = LoopRun.Start(_project, "--with", $"exec sleep 1000{_project.Root}");
        await run.WaitForAnswerAsync("note/hello", "\"one\"");

        await run.SignalAsync(signal);

        Assert.Equal(exitCode, await run.WaitForExitAsync());
        Assert.Empty(LoopProject.ProcessesOf(_project));
        Assert.False(File.Exists(_project.PathOf("My.App.Server/.pod/start.json")));
        Assert.False(File.Exists(_project.PathOf("My.App.Server/.pod/start.sock")));
    }

    [Fact]
    public async Task Quitting_is_a_success()
    {
        await using var run = LoopRun.Start(_project);
        var answer = await run.AskAsync("quit");

        Assert.True((bool)answer["ok"]!);
        Assert.Equal(0, await run.WaitForExitAsync());
    }

    [Fact]
    public async Task What_a_killed_start_left_is_cleaned_up_by_the_next()
    {
        await using var killed = LoopRun.Start(_project);
        await killed.WaitForAnswerAsync("note/hello", "\"one\"");
        await killed.CallAsync("note/add", """{"text":"kept"}""");
        await killed.KillAsync();

        await using var next = LoopRun.Start(_project);
        await next.WaitForAnswerAsync("note/count", "1");

        Assert.Contains(next.Lines, static line => line.Contains("of a start that was killed still ran; it was ended", StringComparison.Ordinal));
        Assert.Single(LoopProject.ProcessesOf(_project), static line => line.Contains("program-", StringComparison.Ordinal));
        await next.SignalAsync("INT");
        await next.WaitForExitAsync();
        Assert.Empty(LoopProject.ProcessesOf(_project));
    }

    [Fact]
    public async Task An_isolated_instance_has_a_database_and_a_port_of_its_own()
    {
        await using var first = LoopRun.Start(_project, "--json");
        await using var second = LoopRun.Start(_project, "--isolated=branch", "--json");
        await first.WaitForAnswerAsync("note/hello", "\"one\"");
        await second.WaitForAnswerAsync("note/hello", "\"one\"");
        await first.CallAsync("note/add", """{"text":"a"}""");

        Assert.Equal("1", await first.CallAsync("note/count"));
        Assert.Equal("0", await second.CallAsync("note/count"));
        Assert.Contains("SELECT count", (string)JsonNode.Parse(await first.WaitForAsync("\"call\":\"note/count\""))!["details"]![0]!, StringComparison.Ordinal);
        Assert.All(first.Lines.Concat(second.Lines), static line => Assert.NotNull((string?)JsonNode.Parse(line)!["kind"]));

        await second.SignalAsync("INT");
        await second.WaitForExitAsync();
        var reset = await _project.PodProcessAsync("database", "reset", "--isolated", "branch", "--yes", "--project", "My.App.Server");
        Assert.True(reset.ExitCode == 0, reset.All);
        Assert.False(Directory.Exists(_project.PathOf("My.App.Server/.pod/isolated/branch")));
        Assert.Equal("1", await first.CallAsync("note/count"));
    }

    [Fact]
    public async Task Migrations_wait_to_be_applied_when_asked_to()
    {
        await using var run = LoopRun.Start(_project, "--no-migrate", "--no-watch");
        await run.WaitForAsync("migrate  ✓ 1 not applied: 'a'");
        await run.WaitForAsync("server   ✗ the server ended with code");

        var applied = await run.AskAsync("apply");

        Assert.True((bool)applied["ok"]!, applied.ToJsonString());
        Assert.Equal("0", await run.CallAsync("note/count"));
    }

    [Fact]
    public async Task An_AppHost_runs_in_place_of_the_server()
    {
        _project.Write("My.App.AppHost/My.App.AppHost.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
            </Project>
            """);
        _project.Write("My.App.AppHost/Program.cs", """
            System.Console.WriteLine("the host runs with " + string.Join(' ', args));
            await System.Threading.Tasks.Task.Delay(-1);
            """);
        await using var run = LoopRun.Start(_project, "--apphost", "--", "--publisher", "none");

        await run.WaitForAsync("apphost  the host runs with --publisher none");
        await run.SignalAsync("INT");

        Assert.Equal(130, await run.WaitForExitAsync());
        Assert.Empty(LoopProject.ProcessesOf(_project));
    }
}
