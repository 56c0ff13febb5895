using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Pod.Database.Tests.Support;

/// <summary>Listens to Pod's counters while it lives.</summary>
internal sealed class MeterRecorder : IDisposable
{
    private readonly ConcurrentQueue<(string Instrument, long Value, string Tags)> _measurements = new();
    private readonly MeterListener _listener = new();

    public MeterRecorder()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Pod.Database")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>(
            (instrument, value, tags, _) => _measurements.Enqueue((instrument.Name, value, string.Join(';', tags.ToArray().Select(tag => tag.Value)))));
        _listener.Start();
    }

    public int Sum(string instrument, string tag = "")
        => (int)_measurements.Where(each => each.Instrument == instrument && each.Tags.Contains(tag, StringComparison.Ordinal)).Sum(each => each.Value);

    public void Dispose() => _listener.Dispose();
}
