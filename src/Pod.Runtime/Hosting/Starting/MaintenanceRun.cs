using Microsoft.Extensions.Hosting;

namespace Pod.Runtime.Hosting.Starting;

/// <summary>Ends a maintenance process once everything that its start had to do is done.</summary>
internal sealed class MaintenanceRun(IHostApplicationLifetime lifetime) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(lifetime.StopApplication);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
