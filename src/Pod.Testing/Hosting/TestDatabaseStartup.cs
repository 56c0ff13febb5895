using Microsoft.Extensions.Hosting;
using Pod.Testing.Isolating;

namespace Pod.Testing.Hosting;

/// <summary>Makes the host's database before the server opens it.</summary>
internal sealed class TestDatabaseStartup(HostDatabase database, IServiceProvider services) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => database.CreateAsync(services);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
