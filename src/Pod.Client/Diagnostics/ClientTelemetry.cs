using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Pod.Client.Diagnostics;

/// <summary>The activity source and the meter <c>Pod.Client</c>.</summary>
internal static class ClientTelemetry
{
    private const string Name = "Pod.Client";

    private static readonly Meter Meter = new(Name);

    public static ActivitySource Activities { get; } = new(Name);

    public static Histogram<double> Duration { get; } = Meter.CreateHistogram<double>("pod.client.call.duration", "s", "Duration of calls and streams.");

    public static Counter<long> Failures { get; } = Meter.CreateCounter<long>("pod.client.call.failures", "{call}", "Calls and streams that failed.");
}
