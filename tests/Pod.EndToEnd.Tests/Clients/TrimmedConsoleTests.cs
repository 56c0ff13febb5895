using System.Runtime.InteropServices;
using Pod.EndToEnd.Tests.Support;

namespace Pod.EndToEnd.Tests.Clients;

/// <summary>The sample's terminal client, published trimmed with its own runtime: nothing in Pod's client needs what trimming takes away.</summary>
[Collection(RunningChatTests.Name)]
public sealed class TrimmedConsoleTests(RunningChat chat) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pod-trimmed-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_trimmed_client_calls_streams_and_fails_as_any_other()
    {
        var published = await PublishAsync();
        Assert.DoesNotContain("IL2", published, StringComparison.Ordinal);
        var channel = await chat.CreateChannelAsync();

        var (exitCode, output, errors) = await RunAsync("post", $"{channel.Id}", "hello", "--author", "ada");
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.EndsWith("ada: hello\n", output, StringComparison.Ordinal);
        Assert.Equal((1, "", "There is no channel 404404. The command 'list' shows those that exist.\n"), await RunAsync("post", "404404", "hello"));

        await using var watch = Start("watch", $"{channel.Id}");
        var seen = watch.WaitForLineAsync(static line => line.EndsWith("ada: again", StringComparison.Ordinal));
        while (!seen.IsCompleted)
        {
            Assert.Equal(0, (await RunAsync("post", $"{channel.Id}", "again", "--author", "ada")).ExitCode);
        }

        await seen;
    }

    // Beside the folders of the ordinary build, which other tests use.
    private async Task<string> PublishAsync()
    {
        await using var run = ProgramRun.Start("dotnet",
        [
            "publish", Path.Combine(Repository.Root, "samples", "Chat", "Chat.Console", "Chat.Console.csproj"), "--runtime", RuntimeInformation.RuntimeIdentifier, "--self-contained",
            "-p:PublishTrimmed=true", "-p:TrimmerSingleWarn=false", "-p:PodServerProject=", "--artifacts-path", Path.Combine(_folder, "artifacts"), "-o", Program(""), "-nodeReuse:false",
        ]);
        Assert.Equal(0, await run.WaitForExitAsync(TimeSpan.FromMinutes(10)));
        return run.Output;
    }

    private string Program(string name) => Path.Combine(_folder, "out", name);

    private ProgramRun Start(params string[] arguments) => ProgramRun.Start(Program("Chat.Console"), [.. arguments, "--server", chat.Address.ToString()]);

    private async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        await using var run = Start(arguments);
        return (await run.WaitForExitAsync(), run.Output, run.Errors);
    }
}
