using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using ChatApp.Server;
using Microsoft.Extensions.DependencyInjection;

namespace Pod.Runtime.Tests.Caching;

[Collection(nameof(WholeProcess))]
public sealed class CacheTelemetryTests
{
    [Fact]
    public async Task Requests_loads_and_sizes_are_measured_by_cache()
    {
        await using var host = await TestHost.StartAsync(static builder => builder.Configuration["Pod:Caching:Priority:MaxEntries"] = "1");
        var measured = new ConcurrentQueue<(string Instrument, double Value, string Tags)>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Meter.Name == "Pod.Runtime" && instrument.Name.StartsWith("pod.cache.", StringComparison.Ordinal))
            {
                own.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => measured.Enqueue((instrument.Name, value, Join(tags))));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => measured.Enqueue((instrument.Name, value, Join(tags))));
        listener.Start();
        var cache = host.Services.GetRequiredService<PodCaches>().Priority;
        await cache.SetAsync("a", "x");
        await cache.GetOrCreateAsync("b", static _ => Task.FromResult("y"));
        await cache.GetAsync<string>("b");
        listener.RecordObservableInstruments();

        Assert.Contains(("pod.cache.requests", 1, "priority miss"), measured);
        Assert.Contains(("pod.cache.requests", 1, "priority hit"), measured);
        Assert.Contains(measured, static entry => entry is { Instrument: "pod.cache.load.duration", Tags: "priority" });
        Assert.Contains(("pod.cache.entries", 1, "priority"), measured);
        Assert.Contains(("pod.cache.bytes", 64 + 1 + 3, "priority"), measured);
        Assert.Contains(("pod.cache.evictions", 1, "priority"), measured);
    }

    [Fact]
    public async Task Reads_and_loads_have_spans_without_keys()
    {
        await using var host = await TestHost.StartAsync();
        var ended = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Pod.Runtime",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await host.Services.GetRequiredService<PodCaches>().Local.GetOrCreateAsync("secret", static _ => Task.FromResult("x"));

        Assert.Contains(ended, static activity => activity.OperationName == "cache get");
        Assert.Contains(ended, static activity => activity.OperationName == "cache load");
        Assert.DoesNotContain(ended, static activity => activity.TagObjects.Any(static tag => $"{tag.Value}".Contains("secret", StringComparison.Ordinal)));
    }

    private static string Join(ReadOnlySpan<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.ToArray().Select(static tag => tag.Value));
}
