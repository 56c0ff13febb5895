using Aspire.Hosting.ApplicationModel;
using Pod.Hosting;
using Pod.Runtime.Hosting;

namespace Aspire.Hosting;

/// <summary>Adds Pod servers to an AppHost.</summary>
public static class PodServerBuilderExtensions
{
    /// <summary>Adds a Pod server: a project with an HTTP endpoint that is reachable from outside, a health check, and a link to its API document.</summary>
    /// <typeparam name="TProject">The server's project, from the namespace <c>Projects</c>.</typeparam>
    /// <param name="builder">The AppHost.</param>
    /// <param name="name">The resource's name.</param>
    /// <returns>The server, to which database and cache are added.</returns>
    /// <example><code>
    /// builder.AddPod&lt;Projects.Shop_Server>("server")
    ///     .WithPodDatabase(builder.AddPodDatabase("poddb"))
    ///     .WithPodCache(builder.AddPodCache("cache"))
    ///     .WithPodCommands();
    /// </code></example>
    public static IResourceBuilder<ProjectResource> AddPod<TProject>(this IDistributedApplicationBuilder builder, [ResourceName] string name)
        where TProject : IProjectMetadata, new()
    {
        ArgumentNullException.ThrowIfNull(builder);
        var server = builder.AddProject<TProject>(name);
        var endpoint = server.Resource.Annotations.OfType<EndpointAnnotation>().FirstOrDefault(static endpoint => endpoint.UriScheme is "http" or "https");
        if (endpoint is null)
        {
            // The launch settings name no address; a health check needs one while the model is built.
            server.WithHttpEndpoint();
        }

        return server
            .WithExternalHttpEndpoints()
            .WithHttpHealthCheck(HostingContract.HealthPath)
            .WithUrlForEndpoint(endpoint?.Name ?? "http", static _ => new ResourceUrlAnnotation { Url = HostingContract.OpenApiPath, DisplayText = "API document" });
    }

    /// <summary>
    /// Connects a server with its database and waits for it. While developing, the server applies migrations when it starts; published, a job of its own,
    /// <c>&lt;server>-migrations</c>, does so before the server starts.
    /// </summary>
    /// <param name="server">The server.</param>
    /// <param name="database">From <see cref="PodDatabaseBuilderExtensions.AddPodDatabase"/>, or any other PostgreSQL database.</param>
    /// <param name="configureMigrations">What the published job needs besides, such as being a job in the target's own terms.</param>
    public static IResourceBuilder<ProjectResource> WithPodDatabase(
        this IResourceBuilder<ProjectResource> server,
        IResourceBuilder<IResourceWithConnectionString> database,
        Action<IResourceBuilder<ProjectResource>>? configureMigrations = null)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(database);
        server
            .WithReference(database, HostingContract.DatabaseConnection)
            .WaitFor(database)
            .WithAnnotation(new PodDatabaseAnnotation(database.Resource));
        if (database.Resource is EmbeddedPostgresDatabaseResource embedded)
        {
            embedded.Parent.ServerProject ??= server.Resource.GetProjectMetadata().ProjectPath;
        }

        if (server.ApplicationBuilder.ExecutionContext.IsRunMode)
        {
            return server.WithEnvironment(HostingContract.ApplyMigrationsVariable, HostingContract.ApplyMigrationsOnStart);
        }

        var migrations = server.ApplicationBuilder
            .AddProject($"{server.Resource.Name}-migrations", server.Resource.GetProjectMetadata().ProjectPath)
            .WithArgs(HostingContract.MigrationArguments)
            .WithReference(database, HostingContract.DatabaseConnection)
            .WaitFor(database);
        configureMigrations?.Invoke(migrations);
        return server.WaitForCompletion(migrations);
    }

    /// <summary>Connects a server with its cache and waits for it.</summary>
    /// <param name="server">The server.</param>
    /// <param name="cache">From <see cref="PodDatabaseBuilderExtensions.AddPodCache"/>, or any other Redis; null changes nothing.</param>
    public static IResourceBuilder<ProjectResource> WithPodCache(
        this IResourceBuilder<ProjectResource> server, IResourceBuilder<IResourceWithConnectionString>? cache)
    {
        ArgumentNullException.ThrowIfNull(server);
        return cache is null ? server : server.WithReference(cache, HostingContract.CacheConnection).WaitFor(cache);
    }

    /// <summary>Adds to the server's commands in the dashboard what the tool <c>dotnet pod</c> does with migrations, and one that shows the API document.</summary>
    /// <remarks>The tool is the one of the repository's <c>.config/dotnet-tools.json</c>; the setting <c>Pod:Tool</c> names the path of another, from the AppHost's folder.</remarks>
    /// <param name="server">The server.</param>
    public static IResourceBuilder<ProjectResource> WithPodCommands(this IResourceBuilder<ProjectResource> server)
    {
        ArgumentNullException.ThrowIfNull(server);
        foreach (var command in PodCommand.All)
        {
            server.WithCommand(command.Name, command.DisplayName, context => command.RunAsync(server, context), new CommandOptions
            {
                Description = command.Description,
                IconName = command.IconName,
                ConfirmationMessage = command.ConfirmationMessage,
            });
        }

        return server.WithHttpCommand(HostingContract.OpenApiPath, "Open API document", commandName: "pod-open-api-document", commandOptions: new HttpCommandOptions
        {
            Description = "Shows how the running server describes its calls.",
            IconName = "DocumentText",
            Method = HttpMethod.Get,
            ResultMode = HttpCommandResultMode.Json,
        });
    }
}
