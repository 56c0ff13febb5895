namespace Pod.Cli.Tests.Development;

/// <summary>A loop that the tests of a class share; each leaves it with a server that runs.</summary>
public sealed class RunningLoop : IAsyncLifetime
{
    internal SampleProject Project { get; private set; } = null!;

    internal LoopRun Run { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Project = await LoopProject.CreateAsync();
        Run = LoopRun.Start(Project, "--with", "while true; do echo \"app sees $POD_SERVER_URL\"; sleep 1; done");
        await Run.WaitForAnswerAsync("note/hello", "\"one\"");
    }

    public async Task DisposeAsync()
    {
        await Run.DisposeAsync();
        Project.Dispose();
    }
}
