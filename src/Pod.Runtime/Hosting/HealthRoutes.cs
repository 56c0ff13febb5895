using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pod.Runtime.Distribution;
using Pod.Runtime.Http;

namespace Pod.Runtime.Hosting;

/// <summary>What load balancers and orchestrators ask: is the process alive, and does it take calls. Routes of the application go first.</summary>
internal static class HealthRoutes
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var stopping = endpoints.ServiceProvider.GetRequiredService<Stopping>();
        MapRoute(endpoints, "/livez", static context => AnswerAsync(context, StatusCodes.Status200OK, "Healthy"));
        foreach (var path in (string[])[HostingContract.HealthPath, "/healthz", HostingContract.ReadinessPath])
        {
            MapRoute(endpoints, path, context => stopping.HasBegun
                ? AnswerAsync(context, StatusCodes.Status503ServiceUnavailable, "Stopping")
                : context.RequestServices.GetService<IDistribution>()?.NotReady is { } reason ? AnswerAsync(context, StatusCodes.Status503ServiceUnavailable, reason)
                : AnswerAsync(context, StatusCodes.Status200OK, "Healthy"));
        }
    }

    private static void MapRoute(IEndpointRouteBuilder endpoints, string path, RequestDelegate handler)
        => endpoints.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], handler)
            .WithDisplayName($"Pod {path}")
            .WithMetadata(new PodRouteMetadata(null, IsSoft: true, IsPostOnly: false));

    private static Task AnswerAsync(HttpContext context, int status, string text)
    {
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = Stopping.RetryAfter;
        }

        return TextResponse.WriteAsync(context, status, text);
    }
}
