using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace Pod.Runtime.Http;

/// <summary>
/// Leads a well-spelled POST past the routes that only refuse. Routing then has one candidate and nothing to choose between, which is its fast
/// path; <see cref="PodMatcherPolicy"/> decides about everything else.
/// </summary>
internal sealed class CallMatcherPolicy : MatcherPolicy, INodeBuilderPolicy
{
    // After HTTP methods (-1000), before hosts (-100).
    public override int Order => -900;

    public bool AppliesToEndpoints(IReadOnlyList<Microsoft.AspNetCore.Http.Endpoint> endpoints)
        => !ContainsDynamicEndpoints(endpoints) && endpoints.Any(static endpoint => CallSuffix(endpoint) is not null);

    public IReadOnlyList<PolicyNodeEdge> GetEdges(IReadOnlyList<Microsoft.AspNetCore.Http.Endpoint> endpoints)
    {
        var edges = endpoints
            .Select(CallSuffix)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Select(suffix => new PolicyNodeEdge(suffix, [.. endpoints.Where(endpoint => IsLeft(endpoint, suffix))]))
            .ToList();
        edges.Add(new PolicyNodeEdge("", endpoints));
        return edges;
    }

    public PolicyJumpTable BuildJumpTable(int exitDestination, IReadOnlyList<PolicyJumpTableEdge> edges)
        => new CallJumpTable(
            [.. edges.Select(static edge => ((string)edge.State, edge.Destination)).Where(static edge => edge.Item1.Length > 0)],
            edges.Single(static edge => ((string)edge.State).Length == 0).Destination);

    private static string? CallSuffix(Microsoft.AspNetCore.Http.Endpoint endpoint)
        => endpoint.Metadata.GetMetadata<PodRouteMetadata>() is { IsSoft: false, Suffix: { } suffix } ? suffix : null;

    // The call itself, and whatever the application maps.
    private static bool IsLeft(Microsoft.AspNetCore.Http.Endpoint endpoint, string suffix)
        => endpoint.Metadata.GetMetadata<PodRouteMetadata>() is null || CallSuffix(endpoint) == suffix;

    private sealed class CallJumpTable((string Suffix, int Destination)[] calls, int otherwise) : PolicyJumpTable
    {
        public override int GetDestination(HttpContext httpContext)
        {
            if (HttpMethods.IsPost(httpContext.Request.Method))
            {
                var path = httpContext.Request.Path.Value.AsSpan().TrimEnd('/');
                foreach (var (suffix, destination) in calls)
                {
                    if (path.EndsWith(suffix, StringComparison.Ordinal))
                    {
                        return destination;
                    }
                }
            }

            return otherwise;
        }
    }
}
