using System.Diagnostics;
using Pod.Benchmarks.Contests;

namespace Pod.Benchmarks.Servers;

/// <summary>A server in a process of its own, whose cost is measured without that of its callers.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    // An answer that never comes ends the run instead of holding it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<ServerProcess> StartAsync(string name)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [typeof(ServerProcess).Assembly.Location, BenchmarkServers.Verb, name])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        if (Path.GetFileNameWithoutExtension(start.FileName) != "dotnet")
        {
            start.ArgumentList.RemoveAt(0);
        }

        // As in projects of ASP.NET Core, whatever this one says for itself.
        start.Environment["DOTNET_gcServer"] = "1";
        var process = Process.Start(start)!;
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"The server '{name}' did not start.");
        return new ServerProcess(process, new Uri(address));
    }

    /// <summary>What an action costs the server.</summary>
    public async Task<Cost> CostAsync(Func<Task> action)
    {
        var before = await AskAsync(ServerUse.WorkQuestion);
        var started = Stopwatch.GetTimestamp();
        await action().WaitAsync(Patience);
        var elapsed = Stopwatch.GetElapsedTime(started);
        var after = await AskAsync(ServerUse.WorkQuestion);
        return new Cost(elapsed.TotalMicroseconds, after.First - before.First, after.Second - before.Second);
    }

    /// <summary>What is alive in the server's heap, and what the process occupies, in bytes.</summary>
    public Task<ServerUse> MemoryAsync() => AskAsync(ServerUse.MemoryQuestion);

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<ServerUse> AskAsync(string question)
    {
        await _process.StandardInput.WriteLineAsync(question);
        await _process.StandardInput.FlushAsync();
        return ServerUse.Parse(await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server has ended."));
    }
}
