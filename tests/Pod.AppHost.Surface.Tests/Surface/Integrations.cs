using Aspire.Hosting.ApplicationModel;
using Pod.AppHost.Surface.Tests.Support;

namespace Aspire.Hosting
{
    // Of Aspire.Hosting.PostgreSQL and Aspire.Hosting.Redis.
    public static class PostgresBuilderExtensions
    {
        public static IResourceBuilder<PostgresServerResource> AddPostgres(
            this IDistributedApplicationBuilder builder,
            [ResourceName] string name,
            IResourceBuilder<ParameterResource>? userName = null,
            IResourceBuilder<ParameterResource>? password = null,
            int? port = null) => builder.AddResource(new PostgresServerResource(name));

        public static IResourceBuilder<PostgresDatabaseResource> AddDatabase(
            this IResourceBuilder<PostgresServerResource> builder, [ResourceName] string name, string? databaseName = null) =>
            builder.ApplicationBuilder.AddResource(new PostgresDatabaseResource(name, databaseName ?? name, builder.Resource));

        public static IResourceBuilder<PostgresServerResource> WithDataVolume(
            this IResourceBuilder<PostgresServerResource> builder, string? name = null, bool isReadOnly = false) => builder.WithAnnotation(new RecordedVolume());
    }

    public static class RedisBuilderExtensions
    {
        public static IResourceBuilder<RedisResource> AddRedis(this IDistributedApplicationBuilder builder, [ResourceName] string name, int? port = null) =>
            builder.AddResource(new RedisResource(name));

        public static IResourceBuilder<RedisResource> WithDataVolume(this IResourceBuilder<RedisResource> builder, string? name = null, bool isReadOnly = false) =>
            builder.WithAnnotation(new RecordedVolume());
    }

    public static class ContainerResourceBuilderExtensions
    {
        public static IResourceBuilder<T> WithLifetime<T>(this IResourceBuilder<T> builder, ContainerLifetime lifetime)
            where T : ContainerResource => builder.WithAnnotation(new RecordedLifetime(lifetime));
    }

    // Of Aspire.Hosting.Docker, Aspire.Hosting.Kubernetes and Aspire.Hosting.Azure.AppContainers.
    public static class ComputeEnvironmentExtensions
    {
        public static IResourceBuilder<ComputeEnvironmentResource> AddDockerComposeEnvironment(this IDistributedApplicationBuilder builder, [ResourceName] string name) =>
            builder.AddResource(new ComputeEnvironmentResource(name, "Docker Compose"));

        public static IResourceBuilder<ComputeEnvironmentResource> AddKubernetesEnvironment(this IDistributedApplicationBuilder builder, [ResourceName] string name) =>
            builder.AddResource(new ComputeEnvironmentResource(name, "Kubernetes"));

        public static IResourceBuilder<ComputeEnvironmentResource> AddAzureContainerAppEnvironment(
            this IDistributedApplicationBuilder builder, [ResourceName] string name) => builder.AddResource(new ComputeEnvironmentResource(name, "Azure Container Apps"));
    }
}

namespace Aspire.Hosting.ApplicationModel
{
    public class PostgresServerResource(string name) : ContainerResource(name);

    public class PostgresDatabaseResource(string name, string databaseName, PostgresServerResource postgresParentResource)
        : Resource(name), IResourceWithParent<PostgresServerResource>, IResourceWithConnectionString
    {
        public PostgresServerResource Parent { get; } = postgresParentResource;

        public string DatabaseName { get; } = databaseName;

        public ReferenceExpression ConnectionStringExpression => throw new NotSupportedException("No container runs here.");
    }

    public class RedisResource(string name) : ContainerResource(name), IResourceWithConnectionString
    {
        public ReferenceExpression ConnectionStringExpression => throw new NotSupportedException("No container runs here.");
    }

    // Stands for the three environments' own classes, of which the AppHosts use no member.
    public class ComputeEnvironmentResource(string name, string kind) : Resource(name)
    {
        public string Kind { get; } = kind;
    }
}

namespace Microsoft.Extensions.Hosting
{
    // Of Aspire.Npgsql and Aspire.StackExchange.Redis.
    public static class AspireClientExtensions
    {
        public static void AddNpgsqlDataSource(this IHostApplicationBuilder builder, string connectionName) =>
            RecordedApplication.Note(builder, $"AddNpgsqlDataSource({connectionName})");

        public static void AddRedisClient(this IHostApplicationBuilder builder, string connectionName) =>
            RecordedApplication.Note(builder, $"AddRedisClient({connectionName})");
    }
}
