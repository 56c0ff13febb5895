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

    public static UpDownCounter<long> Connections { get; } = Meter.CreateUpDownCounter<long>(
        "db.client.connection.count", "{connection}", "Connections that are in use.");

    public static Counter<long> ConnectionTimeouts { get; } = Meter.CreateCounter<long>(
        "db.client.connection.timeouts", "{timeout}", "How often no connection could be had in time.");

    /// <summary>OpenTelemetry has no name for it.</summary>
    public static Counter<long> Retries { get; } = Meter.CreateCounter<long>(
        "pod.database.retries", "{retry}", "Reads and transactions that were run again.");

    /// <inheritdoc cref="Retries"/>
    public static Counter<long> Transactions { get; } = Meter.CreateCounter<long>(
        "pod.database.transactions", "{transaction}", "Transactions that have ended, by their outcome.");
}
