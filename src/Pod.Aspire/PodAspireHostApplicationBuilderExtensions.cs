using Microsoft.Extensions.Configuration;
using Pod.Runtime.Hosting;

namespace Microsoft.Extensions.Hosting;

/// <summary>Lets a Pod server use Aspire's client integrations.</summary>
public static class PodAspireHostApplicationBuilderExtensions
{
    /// <summary>
    /// Registers Aspire's <c>NpgsqlDataSource</c> for the database and its <c>IConnectionMultiplexer</c> for Redis, each where the AppHost gave a connection
    /// string. Pod uses what it finds registered, so their settings (<c>Aspire:Npgsql</c>, <c>Aspire:StackExchange:Redis</c>), health checks and telemetry
    /// apply to Pod's connections.
    /// </summary>
    /// <param name="builder">The server's builder.</param>
    /// <example><code>
    /// var builder = WebApplication.CreateBuilder(args);
    /// builder.AddPodFromAspire();
    /// builder.AddPod&lt;Protocol>(args);
    /// </code></example>
    public static IHostApplicationBuilder AddPodFromAspire(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (HasConnection(HostingContract.DatabaseConnection))
        {
            builder.AddNpgsqlDataSource(HostingContract.DatabaseConnection);
        }

        if (HasConnection(HostingContract.CacheConnection))
        {
            builder.AddRedisClient(HostingContract.CacheConnection);
        }

        return builder;

        bool HasConnection(string name) => !string.IsNullOrEmpty(builder.Configuration.GetConnectionString(name));
    }
}
