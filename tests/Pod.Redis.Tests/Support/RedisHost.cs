using ChatApp.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pod.Redis.Connecting;

namespace Pod.Redis.Tests.Support;

/// <summary>Servers of the test application that use a Redis.</summary>
internal static class RedisHost
{
    /// <summary>Starts a server and waits for its connection.</summary>
    /// <param name="redis">The Redis.</param>
    /// <param name="application">Its name; servers of one name share what they have.</param>
    /// <param name="configure">What else is different.</param>
    public static async Task<TestHost> StartAsync(RedisServer redis, string application, Action<WebApplicationBuilder>? configure = null)
    {
        var host = await LaunchAsync(redis, application, configure);
        await ConnectedAsync(host);
        return host;
    }

    /// <summary>Starts a server and does not wait for its connection.</summary>
    public static Task<TestHost> LaunchAsync(
        RedisServer redis, string application, Action<WebApplicationBuilder>? configure = null, string environment = "Production")
        => TestHost.StartAsync(
            builder =>
            {
                Use(builder, redis, application);
                configure?.Invoke(builder);
            },
            environment: environment);

    public static void Use(WebApplicationBuilder builder, RedisServer redis, string application)
    {
        // The builder's own environment is a copy.
        builder.Services.Select(static service => service.ImplementationInstance).OfType<IHostEnvironment>().ToList()
            .ForEach(environment => environment.ApplicationName = application);
        builder.Configuration["ConnectionStrings:cache"] = redis.ConnectionString;
        // On a busy machine, half a second is soon over.
        builder.Configuration["Pod:Redis:OperationTimeout"] = "00:00:20";
        builder.Configuration["Pod:Messaging:PublishTimeout"] = "00:01:00";
        builder.AddPodRedis();
    }

    public static Task ConnectedAsync(TestHost host)
        => host.Services.GetRequiredService<RedisConnection>().FirstConnection.WaitAsync(TestHost.Patience, TimeProvider.System);
}
