namespace Pod.EndToEnd.Tests.Support;

/// <summary>The sample's server, as a real process with a real database.</summary>
internal sealed class ChatServer : IAsyncDisposable
{
    private ChatServer(ProgramRun run, Uri address)
    {
        Run = run;
        Address = address;
        Http = new HttpClient { BaseAddress = address, Timeout = Machine.Patience };
    }

    public ProgramRun Run { get; }

    public Uri Address { get; }

    public HttpClient Http { get; }

    /// <summary>Starts the server and waits until it listens.</summary>
    /// <param name="folder">Its content root.</param>
    /// <param name="port">Its port; 0 for any that is free.</param>
    /// <param name="program">A program to run instead of what the build made.</param>
    public static async Task<ChatServer> StartAsync(ServerFolder folder, int port = 0, string? program = null)
    {
        var run = Launch(folder, port, program: program);
        try
        {
            return new ChatServer(run, await run.WaitForAddressAsync());
        }
        catch
        {
            await run.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the server and waits for nothing.</summary>
    public static ProgramRun Launch(
        ServerFolder folder, int port = 0, IReadOnlyDictionary<string, string>? settings = null, string? program = null, params string[] arguments)
    {
        var environment = new Dictionary<string, string>(settings ?? new Dictionary<string, string>())
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
        };
        return ProgramRun.Start(
            program ?? "dotnet",
            [.. program is null ? [Repository.ChatServerProgram] : Array.Empty<string>(), "--urls", $"http://127.0.0.1:{port}", "--contentRoot", folder.Root, .. arguments],
            environment);
    }

    /// <summary>Stops the server as an operator would.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        await Run.SignalAsync("TERM");
        return await Run.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Run.DisposeAsync();
    }
}
