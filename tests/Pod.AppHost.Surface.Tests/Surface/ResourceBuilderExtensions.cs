using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static class ResourceBuilderExtensions
{
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithConnectionString> source, string? connectionName = null, bool optional = false)
        where TDestination : IResourceWithEnvironment =>
        builder.WithEnvironmentOf($"ConnectionStrings__{connectionName ?? source.Resource.Name}", source.Resource);

    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithServiceDiscovery> source)
        where TDestination : IResourceWithEnvironment =>
        builder.WithEnvironmentOf($"services__{source.Resource.Name}", source.Resource);

    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, string? value)
        where T : IResourceWithEnvironment => builder.WithEnvironmentOf(name, value);

    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, ParameterResource parameter)
        where T : IResourceWithEnvironment => builder.WithEnvironmentOf(name, parameter);

    public static IResourceBuilder<T> WithArgs<T>(this IResourceBuilder<T> builder, params string[] args)
        where T : IResourceWithArgs => builder.WithArgs(context => Array.ForEach(args, context.Args.Add));

    public static IResourceBuilder<T> WithArgs<T>(this IResourceBuilder<T> builder, Action<CommandLineArgsCallbackContext> callback)
        where T : IResourceWithArgs => builder.Note(new RecordedArguments(callback));

    public static IResourceBuilder<T> WaitFor<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency)
        where T : IResourceWithWaitSupport => builder.Note(new RecordedWait(dependency.Resource, UntilCompletion: false));

    public static IResourceBuilder<T> WaitForCompletion<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency, int exitCode = 0)
        where T : IResourceWithWaitSupport => builder.Note(new RecordedWait(dependency.Resource, UntilCompletion: true));

    public static IResourceBuilder<T> WithEndpoint<T>(
        this IResourceBuilder<T> builder,
        int? port = null,
        int? targetPort = null,
        string? scheme = null,
        [EndpointName] string? name = null,
        string? env = null,
        bool isProxied = true,
        bool? isExternal = null)
        where T : IResourceWithEndpoints =>
        builder.Note(new EndpointAnnotation(scheme ?? "tcp", name ?? scheme ?? "tcp", port, targetPort, isProxied) { IsExternal = isExternal ?? false });

    public static IResourceBuilder<T> WithHttpEndpoint<T>(
        this IResourceBuilder<T> builder, int? port = null, int? targetPort = null, [EndpointName] string? name = null, string? env = null, bool isProxied = true)
        where T : IResourceWithEndpoints => builder.WithEndpoint(port, targetPort, "http", name, env, isProxied);

    public static IResourceBuilder<T> WithExternalHttpEndpoints<T>(this IResourceBuilder<T> builder)
        where T : IResourceWithEndpoints
    {
        foreach (var endpoint in builder.HttpEndpoints())
        {
            endpoint.IsExternal = true;
        }

        return builder;
    }

    // The real one throws as well when there is no HTTP endpoint yet.
    public static IResourceBuilder<T> WithHttpHealthCheck<T>(
        this IResourceBuilder<T> builder, string? path = null, int? statusCode = null, string? endpointName = null)
        where T : IResourceWithEndpoints => builder.HttpEndpoints().Any()
            ? builder.Note(new RecordedHealthCheck(path ?? "/"))
            : throw new InvalidOperationException($"'{builder.Resource.Name}' has no HTTP endpoint.");

    public static IResourceBuilder<T> WithHealthCheck<T>(this IResourceBuilder<T> builder, string key)
        where T : IResource => builder.Note(new RecordedHealthCheck(key));

    public static IResourceBuilder<T> WithUrlForEndpoint<T>(
        this IResourceBuilder<T> builder, string endpointName, Func<EndpointReference, ResourceUrlAnnotation> callback)
        where T : IResourceWithEndpoints => builder.Note(callback(new EndpointReference(builder.Resource, endpointName)));

    public static IResourceBuilder<T> WithCommand<T>(
        this IResourceBuilder<T> builder,
        string name,
        string displayName,
        Func<ExecuteCommandContext, Task<ExecuteCommandResult>> executeCommand,
        CommandOptions? commandOptions = null)
        where T : IResource => builder.Note(new RecordedCommand(name, displayName, executeCommand, commandOptions ?? new CommandOptions()));

    public static IResourceBuilder<TResource> WithHttpCommand<TResource>(
        this IResourceBuilder<TResource> builder,
        string path,
        string displayName,
        [EndpointName] string? endpointName = null,
        string? commandName = null,
        HttpCommandOptions? commandOptions = null)
        where TResource : IResourceWithEndpoints => builder.HttpEndpoints().Any()
            ? builder.Note(new RecordedHttpCommand(commandName ?? path, displayName, path, commandOptions ?? new HttpCommandOptions()))
            : throw new InvalidOperationException($"'{builder.Resource.Name}' has no HTTP endpoint.");

    public static IResourceBuilder<T> ExcludeFromManifest<T>(this IResourceBuilder<T> builder)
        where T : IResource => builder.Note(new RecordedExclusion());

    private static IEnumerable<EndpointAnnotation> HttpEndpoints<T>(this IResourceBuilder<T> builder)
        where T : IResourceWithEndpoints =>
        builder.Resource.Annotations.OfType<EndpointAnnotation>().Where(static endpoint => endpoint.UriScheme is "http" or "https");

    private static IResourceBuilder<T> WithEnvironmentOf<T>(this IResourceBuilder<T> builder, string name, object? value)
        where T : IResource => builder.Note(new RecordedVariable(name, value));

    private static IResourceBuilder<T> Note<T>(this IResourceBuilder<T> builder, IResourceAnnotation annotation)
        where T : IResource => builder.WithAnnotation(annotation);
}

[AttributeUsage(AttributeTargets.Parameter)]
public sealed class EndpointNameAttribute : Attribute;
