using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pod.Redis;
using Pod.Redis.Connecting;
using Pod.Runtime.Distribution;

namespace Microsoft.Extensions.Hosting;

/// <summary>Adds Redis to an application's server.</summary>
public static class PodRedisHostApplicationBuilderExtensions
{
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(1);

    /// <summary>Shares the global cache, and sends messages, between all servers of the application that use one Redis. Adding it again changes nothing.</summary>
    /// <remarks>
    /// The connection is an <c>IConnectionMultiplexer</c> among the services, or the connection string <c>cache</c>, or the settings <c>Pod:Redis</c>.
    /// Without any of these, the server works as if Redis had not been added.
    /// </remarks>
    /// <example><code>
    /// builder.AddPod&lt;Protocol>();
    /// builder.AddPodRedis();
    /// </code></example>
    public static IHostApplicationBuilder AddPodRedis(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (services.Any(static service => service.ServiceType == typeof(RedisConnection)))
        {
            return builder;
        }

        services.AddOptions<PodRedisOptions>()
            .Bind(builder.Configuration.GetSection(PodRedisOptions.SectionName))
            .Validate(static o => o.Port is > 0 and <= ushort.MaxValue, "Pod:Redis:Port must be between 1 and 65535.")
            .Validate(static o => IsTimeout(o.ConnectTimeout), "Pod:Redis:ConnectTimeout must be between 100 milliseconds and 1 minute.")
            .Validate(static o => IsTimeout(o.OperationTimeout), "Pod:Redis:OperationTimeout must be between 100 milliseconds and 1 minute.")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<RedisConnection>();
        services.AddSingleton<IPodRedis>(static provider => provider.GetRequiredService<RedisConnection>());
        services.AddSingleton<IDistribution, RedisDistribution>();
        services.AddHostedService<RedisStartup>();
        services.AddHealthChecks().AddCheck<RedisHealthCheck>("redis", tags: ["ready"]);
        return builder;
    }

    private static bool IsTimeout(TimeSpan timeout) => timeout >= ShortestTimeout && timeout <= LongestTimeout;
}
