namespace Pod.Protocol;

/// <summary>The time that models take for <c>default=now</c>. Safe on any thread.</summary>
public static class PodClock
{
    private static readonly AsyncLocal<TimeProvider?> Override = new();

    /// <summary>The current time in UTC, cut to microseconds: what PostgreSQL and the wire keep of it.</summary>
    public static DateTime UtcNow
    {
        get
        {
            var now = (Override.Value ?? TimeProvider.System).GetUtcNow().UtcDateTime;
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        }
    }

    /// <summary>Uses another clock in this flow of execution, until the result is disposed.</summary>
    /// <example><code>using (PodClock.Use(fakeTime)) { var channel = new Channel { Name = "general" }; }</code></example>
    public static IDisposable Use(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        var previous = Override.Value;
        Override.Value = time;
        return new Restore(previous);
    }

    private sealed class Restore(TimeProvider? previous) : IDisposable
    {
        public void Dispose() => Override.Value = previous;
    }
}
