namespace Pod.Runtime;

/// <summary>Gets every unexpected exception of calls, streams and internal sessions before it is logged, for error trackers.</summary>
/// <remarks>It cannot change the answer. One that throws, or takes more than 30 seconds, is left behind with a warning.</remarks>
/// <example><code>builder.Services.AddSingleton&lt;IPodExceptionHandler, TrackerReport>();</code></example>
public interface IPodExceptionHandler
{
    /// <summary>Takes note of an exception.</summary>
    /// <param name="session">Where it happened; still open.</param>
    /// <param name="exception">What was thrown.</param>
    ValueTask HandleAsync(Session session, Exception exception);
}
