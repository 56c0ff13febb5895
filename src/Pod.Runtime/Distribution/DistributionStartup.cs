using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Pod.Runtime.Caching;
using Pod.Runtime.Diagnostics;
using Pod.Runtime.Distribution.Postgres;
using Pod.Runtime.Messages.Delivery;

namespace Pod.Runtime.Distribution;

/// <summary>Connects this server with the others when it starts, or says that it stands alone.</summary>
internal sealed class DistributionStartup(ServerMessages messages, ServerCaches caches, ILoggerFactory loggers) : IHostedService
{
    public static ServerMessages NewMessages(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<PodOptions>>().Value.Messaging;
        var backplane = options.Backplane switch
        {
            MessageBackplane.None => null,
            MessageBackplane.Postgres => services.GetRequiredService<PostgresBackplane>(),
            _ => services.GetService<IDistribution>()?.Messages,
        };
        return options.Backplane == MessageBackplane.Redis && backplane is null
            ? throw new PodStartException(
                "Pod:Messaging:Backplane is Redis, and there is none. Call builder.AddPodRedis() of the package Pod.Redis and set ConnectionStrings:cache or Pod:Redis:Host.",
                PodStartException.ConfigurationInvalid)
            : new ServerMessages(
                services.GetRequiredService<LocalMessages>(), backplane, options, services.GetRequiredService<PodServerProtocol>().Models,
                services.GetRequiredService<TimeProvider>(), services.GetRequiredService<SessionLogger>().Logger);
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!caches.IsShared)
        {
            loggers.CreateLogger("Pod.Runtime").GlobalCacheIsLocal();
        }

        return messages.StartAsync();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
