using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pod.Runtime.Diagnostics;

namespace Pod.Runtime.Hosting.Starting;

/// <summary>Says where to look once the server listens.</summary>
internal sealed class StartupReport(IServer server, IHostEnvironment environment, IHostApplicationLifetime lifetime, ILoggerFactory loggers) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(Report);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Report()
    {
        var logger = loggers.CreateLogger("Pod.Runtime");
        foreach (var address in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        {
            // http -> ws, https -> wss
            logger.ServerReady(environment.ApplicationName, address, "ws" + address["http".Length..]);
        }
    }
}
