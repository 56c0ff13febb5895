using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Pod.Runtime.Diagnostics;

/// <summary>One activity per session, from the source <c>Pod.Runtime</c>.</summary>
internal static class RuntimeActivities
{
    // Generated clients send 16 digits; what is longer does not come from them, and stays out of the traces.
    private const int LongestContract = 64;

    private static readonly ActivitySource Source = new("Pod.Runtime");

    /// <summary>Names the request's own activity after the call and says what ASP.NET Core leaves open: the request and its outcome.</summary>
    public static void Describe(HttpContext context, Session session)
    {
        // ASP.NET Core makes one for the log's sake, too, which asks for everything and which nobody looks at.
        if (context.Features.Get<IHttpActivityFeature>()?.Activity is not { IsAllDataRequested: true } activity || !activity.Source.HasListeners())
        {
            return;
        }

        activity.DisplayName = $"{session.Endpoint}/{session.Method}";
        activity.SetTag("http.request.method", context.Request.Method);
        activity.SetTag("url.scheme", context.Request.Scheme);
        activity.SetTag("url.path", $"{context.Request.PathBase}{context.Request.Path}");
        activity.SetTag("http.route", $"{session.Endpoint}/{session.Method}");
        activity.SetTag("http.response.status_code", context.Response.StatusCode);
        if (context.Request.Headers["x-pod-contract"] is [{ Length: > 0 and <= LongestContract } contract])
        {
            activity.SetTag("pod.client.contract", contract);
        }

        if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError)
        {
            activity.SetStatus(ActivityStatusCode.Error);
        }
    }

    public static Activity? StartCacheGet(string cache)
    {
        var activity = Source.HasListeners() ? Source.StartActivity("cache get") : null;
        activity?.SetTag("pod.cache.name", cache);
        return activity;
    }

    public static Activity? StartCacheLoad() => Source.HasListeners() ? Source.StartActivity("cache load") : null;

    public static Activity? StartPublish() => Source.HasListeners() ? Source.StartActivity("message publish", ActivityKind.Producer) : null;

    public static Activity? StartReceive(string trace)
        => Source.HasListeners() && ActivityContext.TryParse(trace, null, isRemote: true, out var parent)
            ? Source.StartActivity("message receive", ActivityKind.Consumer, parent)
            : null;

    // Tag names: OpenTelemetry's semantic conventions for remote procedure calls.
    public static Activity? Start(Session session, ActivityContext parent)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        var activity = Source.StartActivity($"{session.Endpoint}/{session.Method}", ActivityKind.Internal, parent);
        activity?.SetTag("rpc.system", "pod");
        activity?.SetTag("rpc.service", session.Endpoint);
        activity?.SetTag("rpc.method", session.Method);
        activity?.SetTag("pod.session.id", session.SessionId.ToString());
        return activity;
    }
}
