using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Pod.Database.Diagnostics;

/// <summary>The activity source and the meter of the package; names and tags follow OpenTelemetry's conventions for database clients.</summary>
internal static class DatabaseInstruments
{
    public const string Name = "Pod.Database";

    public static ActivitySource Source { get; } = new(Name);

    public static Meter Meter { get; } = new(Name);

    public static Histogram<double> Duration { get; } = Meter.CreateHistogram<double>(
        "db.client.operation.duration", "s", "Duration of statements, waiting for a connection included.");
}
