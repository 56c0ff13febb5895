using System.Diagnostics.Metrics;

namespace Pod.Runtime.Diagnostics;

/// <summary>The instruments of the meter <c>Pod.Runtime</c>.</summary>
internal static class RuntimeMeters
{
    private static readonly Meter Meter = new("Pod.Runtime");

    private static readonly Counter<long> CacheRequests =
        Meter.CreateCounter<long>("pod.cache.requests", "{request}", "What caches were asked for, by outcome: hit, miss or error.");

    public static void CacheAsked(string cache, string result)
        => CacheRequests.Add(1, new KeyValuePair<string, object?>("pod.cache.name", cache), new KeyValuePair<string, object?>("pod.cache.result", result));
}
