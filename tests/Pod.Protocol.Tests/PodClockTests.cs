namespace Pod.Protocol.Tests;

public sealed class PodClockTests
{
    [Fact]
    public async Task A_clock_holds_for_its_own_flow_only_and_is_cut_to_microseconds()
    {
        using (PodClock.Use(new FixedTime()))
        {
            await Task.Yield();
            Assert.Equal(new DateTime(2026, 1, 31, 8, 0, 0, DateTimeKind.Utc).AddTicks(1230), PodClock.UtcNow);
        }

        Assert.NotEqual(2026_01_31, (PodClock.UtcNow.Year * 10000) + (PodClock.UtcNow.Month * 100) + PodClock.UtcNow.Day);
        Assert.Equal(DateTimeKind.Utc, PodClock.UtcNow.Kind);
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 1, 31, 8, 0, 0, TimeSpan.Zero).AddTicks(1234);
    }
}
