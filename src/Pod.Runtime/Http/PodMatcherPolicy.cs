using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace Pod.Runtime.Http;

/// <summary>Lets Pod's routes step back: for other letter case, for other verbs, and for whatever the application maps itself.</summary>
internal sealed class PodMatcherPolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    public override int Order => 1000;

    // A call that stands alone was led there by CallMatcherPolicy, which has looked already.
    public bool AppliesToEndpoints(IReadOnlyList<Microsoft.AspNetCore.Http.Endpoint> endpoints)
        => !(endpoints is [var only] && only.Metadata.GetMetadata<PodMethodMetadata>() is not null) && endpoints.Any(static endpoint => endpoint.Metadata.GetMetadata<PodRouteMetadata>() is not null);

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        var path = httpContext.Request.Path.Value.AsSpan().TrimEnd('/');
        for (var i = 0; i < candidates.Count; i++)
        {
            if (candidates.IsValidCandidate(i) && candidates[i].Endpoint.Metadata.GetMetadata<PodRouteMetadata>() is { } route)
            {
                var fits = (!route.IsPostOnly || HttpMethods.IsPost(httpContext.Request.Method) || AllowedOrigins.IsPreflight(httpContext.Request))
                    && (route.Suffix is null || path.EndsWith(route.Suffix, StringComparison.Ordinal))
                    && !IsOvertaken(candidates, i, route);
                candidates.SetValidity(i, fits);
            }
        }

        return Task.CompletedTask;
    }

    private static bool IsOvertaken(CandidateSet candidates, int index, PodRouteMetadata route)
    {
        for (var i = 0; i < candidates.Count; i++)
        {
            if (i != index
                && candidates.IsValidCandidate(i)
                && candidates[i].Endpoint.Metadata.GetMetadata<PodRouteMetadata>() is null
                && (route.IsSoft || IsSamePattern(candidates[i].Endpoint, candidates[index].Endpoint)))
            {
                return true;
            }
        }

        return false;
    }

    // The same pattern mapped by the application: without a word from us routing would call that ambiguous.
    private static bool IsSamePattern(Microsoft.AspNetCore.Http.Endpoint theirs, Microsoft.AspNetCore.Http.Endpoint ours)
        => theirs is RouteEndpoint their && ours is RouteEndpoint our
            && their.Order <= our.Order && their.RoutePattern.InboundPrecedence == our.RoutePattern.InboundPrecedence;
}
