using System.Diagnostics.Metrics;

namespace Pod.Redis;

/// <summary>The instruments of this package, in the meter of the server.</summary>
internal static class RedisMeters
{
    private static readonly Meter Meter = new("Pod.Runtime");

    private static readonly Gauge<int> BackplaneConnected =
        Meter.CreateGauge<int>("pod.backplane.connected", description: "1 while messages of other servers arrive, otherwise 0.");

    private static readonly Gauge<int> StoreSkipped =
        Meter.CreateGauge<int>("pod.cache.store.skipped", description: "1 while the global cache does not ask Redis because it failed, otherwise 0.");

    public static void SetConnected(bool isConnected) => BackplaneConnected.Record(isConnected ? 1 : 0);

    public static void SetSkipped(bool isSkipped) => StoreSkipped.Record(isSkipped ? 1 : 0);
}
