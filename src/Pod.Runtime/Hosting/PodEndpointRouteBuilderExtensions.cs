using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Pod.Runtime;
using Pod.Runtime.Hosting;
using Pod.Runtime.Http;
using Pod.Runtime.Streams;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Puts Pod's endpoints into an application's routes.</summary>
public static class PodEndpointRouteBuilderExtensions
{
    private const string AllowedVerbs = "POST, OPTIONS";

    private static readonly (string Folder, string Name) SocketPath = ("v1", "websocket");

    /// <summary>Maps every callable method as <c>POST prefix/endpoint/method</c>, and the socket of all streams.</summary>
    /// <remarks><c>prefix/openapi/v1.json</c> describes the calls. Whatever the application maps itself goes first. The result takes conventions for all of Pod's routes.</remarks>
    /// <param name="endpoints">The application.</param>
    /// <param name="prefix">What the paths begin with; nothing by default.</param>
    /// <exception cref="InvalidOperationException"><c>builder.AddPod&lt;Protocol>()</c> was not called.</exception>
    /// <example><code>app.MapPod("/api").RequireRateLimiting("calls");</code></example>
    public static IEndpointConventionBuilder MapPod(this IEndpointRouteBuilder endpoints, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        var services = endpoints.ServiceProvider;
        var protocol = services.GetService<PodServerProtocol>()
            ?? throw new InvalidOperationException("Pod was not added. Call builder.AddPod<Protocol>() before builder.Build().");
        var calls = services.GetRequiredService<HttpCalls>();
        var sockets = services.GetRequiredService<StreamSockets>();
        var origins = services.GetRequiredService<AllowedOrigins>();

        var group = endpoints.MapGroup(prefix);
        foreach (var endpoint in protocol.AllEndpoints)
        {
            MapEndpoint(group, calls, origins, endpoint);
        }

        group.Map(Literal(SocketPath.Folder, SocketPath.Name), sockets.RunAsync)
            .WithDisplayName("Pod streams")
            .WithMetadata(new PodRouteMetadata(null, IsSoft: false, IsPostOnly: false));
        MapUnknown(group, origins, protocol);
        OpenApiRoute.Map(group, protocol, prefix);
        HealthRoutes.Map(endpoints);
        return group;
    }

    private static void MapEndpoint(RouteGroupBuilder group, HttpCalls calls, AllowedOrigins origins, EndpointDescriptor endpoint)
    {
        // The socket goes first: a method that has its path by chance is called by stream or not at all.
        foreach (var method in endpoint.Methods.Where(method => (endpoint.Name, method.Name) != SocketPath))
        {
            var path = Literal(endpoint.Name, method.Name);
            var suffix = $"/{endpoint.Name}/{method.Name}";
            var route = group.Map(path, origins.Around(context => calls.RunAsync(context, endpoint, method)))
                .WithDisplayName($"Pod {endpoint.Name}/{method.Name}")
                .WithMetadata(
                    new HttpMethodMetadata([HttpMethods.Post]),
                    new TagsAttribute(endpoint.Name),
                    new PodMethodMetadata(endpoint, method),
                    new PodRouteMetadata(suffix, IsSoft: false, IsPostOnly: false))
                .WithMetadata([.. endpoint.Metadata, .. method.Metadata]);
            route.WithOrder(0);

            group.Map(path, origins.Around(RefuseVerbAsync))
                .WithDisplayName($"Pod {endpoint.Name}/{method.Name} (other verbs)")
                .WithMetadata(new PodRouteMetadata(suffix, IsSoft: true, IsPostOnly: false));
        }

        group.Map(Literal(endpoint.Name), origins.Around(Posted(context => calls.RunNamedInBodyAsync(context, endpoint))))
            .WithDisplayName($"Pod {endpoint.Name}")
            .WithMetadata(new PodRouteMetadata($"/{endpoint.Name}", IsSoft: true, IsPostOnly: true));
    }

    private static void MapUnknown(RouteGroupBuilder group, AllowedOrigins origins, PodServerProtocol protocol)
    {
        var known = protocol.AllEndpoints.ToDictionary(static endpoint => endpoint.Name, StringComparer.Ordinal);
        group.Map("{endpoint}/{method}", origins.Around(Posted(context =>
            {
                var endpoint = (string)context.Request.RouteValues["endpoint"]!;
                var method = (string)context.Request.RouteValues["method"]!;
                if (endpoint.Count('.') > 1 || endpoint.StartsWith('.') || endpoint.EndsWith('.'))
                {
                    return TextResponse.WriteAsync(
                        context, StatusCodes.Status400BadRequest, $"{TextResponse.Quote(endpoint)} is no name of an endpoint.");
                }

                return known.TryGetValue(endpoint, out var descriptor)
                    ? HttpCalls.UnknownMethodAsync(context, descriptor, method)
                    : TextResponse.WriteAsync(context, StatusCodes.Status404NotFound, $"There is no endpoint {TextResponse.Quote(endpoint)}.");
            })))
            .WithDisplayName("Pod (unknown endpoint)")
            .WithMetadata(new PodRouteMetadata(null, IsSoft: true, IsPostOnly: true))
            .WithOrder(int.MaxValue);
    }

    private static RequestDelegate Posted(RequestDelegate handler)
        => context => HttpMethods.IsPost(context.Request.Method) ? handler(context) : RefuseVerbAsync(context);

    private static Task RefuseVerbAsync(HttpContext context)
    {
        context.Response.Headers.Allow = AllowedVerbs;
        if (HttpMethods.IsOptions(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        return TextResponse.WriteAsync(context, StatusCodes.Status405MethodNotAllowed, "Methods of endpoints are called with POST.");
    }

    // Built from parts rather than parsed, so that no name is mistaken for a route parameter.
    private static RoutePattern Literal(params string[] segments)
        => RoutePatternFactory.Pattern(
            string.Join('/', segments), segments.Select(static name => RoutePatternFactory.Segment(RoutePatternFactory.LiteralPart(name))));
}
