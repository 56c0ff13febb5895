using System.Diagnostics.Metrics;

namespace Pod.Runtime.Diagnostics;

/// <summary>The instruments of the meter <c>Pod.Runtime</c>.</summary>
internal static class RuntimeMeters
{
    private static readonly Meter Meter = new("Pod.Runtime");

    private static readonly Counter<long> CacheRequests =
        Meter.CreateCounter<long>("pod.cache.requests", "{request}", "What caches were asked for, by outcome: hit, miss or error.");

    private static readonly Counter<long> Published = Meter.CreateCounter<long>("pod.messages.published", "{message}", "Messages sent to other servers.");

    private static readonly Counter<long> Received = Meter.CreateCounter<long>("pod.messages.received", "{message}", "Messages received from other servers.");

    private static readonly Counter<long> Dropped =
        Meter.CreateCounter<long>("pod.messages.dropped", "{message}", "Messages that a full subscription lost.");

    private static readonly Counter<long> Gaps =
        Meter.CreateCounter<long>("pod.messages.gaps", "{gap}", "Times that the connection to the other servers was lost and came back.");

    private static readonly Histogram<double> LoadDuration =
        Meter.CreateHistogram<double>("pod.cache.load.duration", "s", "How long loaders of cache entries took.");

    private static readonly Histogram<double> PublishDuration =
        Meter.CreateHistogram<double>("pod.messages.duration", "s", "How long it took to hand a message to what carries it to other servers.");

    public static void MessagePublished(TimeSpan duration)
    {
        Published.Add(1);
        PublishDuration.Record(duration.TotalSeconds);
    }

    public static void CacheLoaded(string cache, TimeSpan duration)
        => LoadDuration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("pod.cache.name", cache));

    public static void MessageReceived() => Received.Add(1);

    public static void MessageDropped() => Dropped.Add(1);

    public static void GapNoted() => Gaps.Add(1);

    public static void CacheAsked(string cache, string result)
        => CacheRequests.Add(1, new KeyValuePair<string, object?>("pod.cache.name", cache), new KeyValuePair<string, object?>("pod.cache.result", result));
}
