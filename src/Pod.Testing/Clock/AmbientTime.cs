namespace Pod.Testing.Clock;

/// <summary>The clock among the server's services: that of the test on whose behalf something runs, else the host's.</summary>
internal sealed class AmbientTime(TestTime host) : TimeProvider
{
    private TestTime Current => PodTestScope.Current?.Time ?? host;

    public override long TimestampFrequency => host.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => host.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => Current.GetUtcNow();

    public override long GetTimestamp() => Current.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => Current.CreateTimer(callback, state, dueTime, period);
}
