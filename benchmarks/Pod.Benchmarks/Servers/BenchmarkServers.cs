using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Pod.Benchmarks.Rpc.Contenders;
using Pod.Benchmarks.Streams.Contenders;

namespace Pod.Benchmarks.Servers;

/// <summary>The servers of the suites. Each runs in a process of its own, which is this program again with the argument <c>serve</c> and a name.</summary>
internal static class BenchmarkServers
{
    public const string Verb = "serve";

    private static readonly Dictionary<string, Func<WebApplicationBuilder, WebApplication>> All = new(StringComparer.Ordinal)
    {
        [KestrelRpc.Name] = KestrelRpc.Build,
        [MinimalApiRpc.Name] = MinimalApiRpc.Build,
        [PodServer.Name] = PodServer.Build,
        [SocketStreams.Name] = SocketStreams.Build,
        [SignalRStreams.Name] = SignalRStreams.Build,
    };

    /// <summary>Serves until the standard input ends, so that no server outlives the process that started it.</summary>
    public static async Task RunAsync(string name)
    {
        var builder = WebApplication.CreateBuilder();
        // What the templates of ASP.NET Core set. Calls are not logged by anybody.
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Logging:LogLevel:Default"] = "Warning",
        });
        // The standard output is for measurements.
        builder.Services.Configure<ConsoleLoggerOptions>(static options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        await using var app = All[name](builder);
        await app.StartAsync();
        await Console.Out.WriteLineAsync(app.Urls.Single());
        while (await Console.In.ReadLineAsync() is { } question)
        {
            await Console.Out.WriteLineAsync(question == ServerUse.MemoryQuestion ? ServerUse.MemoryNow() : ServerUse.WorkNow());
        }

        await app.StopAsync(new CancellationToken(canceled: true));
    }
}
