using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Pod.Hosting;

namespace Aspire.Hosting;

/// <summary>Adds what Pod servers need besides themselves. Where no container engine answers, development goes on without containers.</summary>
public static class PodDatabaseBuilderExtensions
{
    /// <summary>
    /// Adds a PostgreSQL database: in a container with a data volume that outlives the AppHost, or, where no container engine answers, in the private
    /// PostgreSQL that <c>dotnet pod database start</c> runs.
    /// </summary>
    /// <remarks><c>Pod:Containers</c> (true, false) spares the search for a container engine. Published, it is always a container.</remarks>
    /// <param name="builder">The AppHost.</param>
    /// <param name="name">The name of the database's resource.</param>
    /// <param name="serverName">The name of the resource of the PostgreSQL that has it.</param>
    /// <returns>The database.</returns>
    public static IResourceBuilder<IResourceWithConnectionString> AddPodDatabase(
        this IDistributedApplicationBuilder builder, [ResourceName] string name = "poddb", [ResourceName] string serverName = "postgres")
    {
        ArgumentNullException.ThrowIfNull(builder);
        return ContainerEngine.IsAvailable(builder)
            ? builder.AddPostgres(serverName).WithDataVolume().WithLifetime(ContainerLifetime.Persistent).AddDatabase(name)
            : AddEmbedded(builder, name, serverName);
    }

    /// <summary>Adds a Redis in a container with a data volume that outlives the AppHost. Servers work without one, so where no container engine answers there is none.</summary>
    /// <param name="builder">The AppHost.</param>
    /// <param name="name">The resource's name.</param>
    /// <returns>The cache, or null.</returns>
    public static IResourceBuilder<IResourceWithConnectionString>? AddPodCache(
        this IDistributedApplicationBuilder builder, [ResourceName] string name = "cache")
    {
        ArgumentNullException.ThrowIfNull(builder);
        return ContainerEngine.IsAvailable(builder)
            ? builder.AddRedis(name).WithDataVolume().WithLifetime(ContainerLifetime.Persistent)
            : null;
    }

    private static IResourceBuilder<EmbeddedPostgresDatabaseResource> AddEmbedded(IDistributedApplicationBuilder builder, string name, string serverName)
    {
        var password = ParameterResourceBuilderExtensions.CreateDefaultPasswordParameter(builder, $"{serverName}-password", special: false);
        var postgres = new EmbeddedPostgresResource(serverName, builder.AppHostDirectory, password);
        var database = new EmbeddedPostgresDatabaseResource(name, postgres);
        var port = LoopbackPort.FindFree();
        var healthCheck = $"{name}_check";
        builder.Services.AddHealthChecks().Add(new HealthCheckRegistration(healthCheck, new EmbeddedPostgresHealthCheck(database), failureStatus: null, tags: null));

        builder.AddResource(postgres)
            .WithEndpoint(port: port, targetPort: port, scheme: "tcp", name: EmbeddedPostgresResource.EndpointName, isProxied: false)
            .WithEnvironment(EmbeddedPostgresResource.PasswordVariable, password)
            .WithArgs(context =>
            {
                foreach (var argument in PodTool.Arguments(builder, postgres.Arguments(port)))
                {
                    context.Args.Add(argument);
                }
            })
            .WithHealthCheck(healthCheck)
            .ExcludeFromManifest();
        return builder.AddResource(database).WithHealthCheck(healthCheck).ExcludeFromManifest();
    }
}
