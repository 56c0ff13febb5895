using Microsoft.Extensions.Diagnostics.HealthChecks;
using Pod.Runtime.Distribution;

namespace Pod.Redis.Connecting;

/// <summary>Whether Redis is there. Once it was, its absence degrades the server and does not take it out of service.</summary>
internal sealed class RedisHealthCheck(RedisConnection connection, IDistribution distribution) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        => Task.FromResult(
            !connection.IsConfigured ? HealthCheckResult.Healthy("Redis is not configured.")
            : distribution.NotReady is { } reason ? HealthCheckResult.Unhealthy(reason)
            : connection.IsAvailable ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded("Redis cannot be reached."));
}
