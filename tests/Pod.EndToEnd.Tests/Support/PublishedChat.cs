namespace Pod.EndToEnd.Tests.Support;

/// <summary>The sample's server as its profile <c>Trimmed</c> publishes it: self-contained, trimmed and compiled ahead of its start.</summary>
public sealed class PublishedChat : RunningChat
{
    // It compiles everything that the server consists of.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pod-published-");

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private protected override async Task<string?> MakeProgramAsync()
    {
        await using var publish = ProgramRun.Start(
            "dotnet",
            ["publish", Repository.ChatServer, "-c", "Release", "-p:PublishProfile=Trimmed", "-nodeReuse:false", "-o", _folder.FullName]);
        var exitCode = await publish.WaitForExitAsync(Patience);

        Assert.True(exitCode == 0, $"The server cannot be published:\n{publish.Output}\n{publish.Errors}");
        Assert.DoesNotContain("warning ", publish.Output, StringComparison.OrdinalIgnoreCase);
        return Path.Combine(_folder.FullName, "Chat.Server");
    }
}
