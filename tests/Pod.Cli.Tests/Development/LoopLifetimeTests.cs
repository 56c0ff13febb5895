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
    [InlineData("TERM", 130)]
    public async Task Ctrl_C_leaves_no_process(string signal, int exitCode)
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
        Assert.All(first.Lines.Concat(second.Lines), static line => Assert.NotNull((string?)JsonNode.Parse(line)!["kind"]));

        await second.SignalAsync("INT");
        await second.WaitForExitAsync();
        var reset = await _project.PodAsync("database", "reset", "--isolated", "branch", "--yes", "--project", "My.App.Server");
        Assert.True(reset.ExitCode == 0, reset.All);
        Assert.False(Directory.Exists(_project.PathOf("My.App.Server/.pod/isolated/branch")));
        Assert.Equal("1", await first.CallAsync("note/count"));
    }
}
