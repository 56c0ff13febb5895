using Microsoft.Extensions.Hosting;

namespace Pod.Redis.Connecting;

/// <summary>Begins to connect when the server starts; the start does not wait for it.</summary>
internal sealed class RedisStartup(RedisConnection connection) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (connection.IsConfigured)
        {
            connection.Start();
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
