using System.Diagnostics;

namespace Pod.Runtime.Diagnostics;

/// <summary>One activity per session, from the source <c>Pod.Runtime</c>.</summary>
internal static class RuntimeActivities
{
    private static readonly ActivitySource Source = new("Pod.Runtime");

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
