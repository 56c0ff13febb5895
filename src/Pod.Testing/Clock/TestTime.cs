using Pod.Testing.Clock;

namespace Pod.Testing;

/// <summary>The clock of a test: of the server, its sessions and its models. It stands still until the test moves it. Safe on any thread.</summary>
/// <example><code>await Time.AdvanceAsync(TimeSpan.FromDays(7));</code></example>
public sealed class TestTime : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly HashSet<TestTimer> _timers = [];
    private readonly TimeProvider? _real;
    private readonly Func<Task> _settle;
    private DateTimeOffset _now;
    private long _order;

    internal TestTime(DateTimeOffset now, TimeProvider? real, Func<Task> settle)
    {
        // Models and PostgreSQL keep microseconds; a clock with more would give times that no row compares equal to.
        _now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        _real = real;
        _settle = settle;
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => _real?.TimestampFrequency ?? TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>When the timers are due that wait for the clock to move, the next one first.</summary>
    public IReadOnlyList<DateTimeOffset> Pending
    {
        get
        {
            lock (_gate)
            {
                return [.. _timers.Select(static timer => timer.Due).OfType<DateTimeOffset>().Order()];
            }
        }
    }

    /// <summary>The clock behind this one: the real one if the host runs on that.</summary>
    internal TimeProvider Source => _real ?? this;

    internal Lock Gate => _gate;

    internal DateTimeOffset Now => _now;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _real?.GetUtcNow() ?? _now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => _real?.GetTimestamp() ?? GetUtcNow().UtcTicks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        if (_real is not null)
        {
            return _real.CreateTimer(callback, state, dueTime, period);
        }

        var timer = new TestTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock on. Everything that falls due on the way runs at its time and in order, and is done when this returns.</summary>
    /// <param name="by">How far.</param>
    /// <exception cref="ArgumentOutOfRangeException">The span is negative.</exception>
    /// <exception cref="InvalidOperationException">The host runs on the real clock.</exception>
    public Task AdvanceAsync(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        return SetAsync(GetUtcNow() + by);
    }

    /// <summary>Moves the clock on to an instant, as <see cref="AdvanceAsync"/> does.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant is past.</exception>
    /// <exception cref="InvalidOperationException">The host runs on the real clock.</exception>
    public async Task SetAsync(DateTimeOffset instant)
    {
        if (_real is not null)
        {
            throw new InvalidOperationException("This host runs on the real clock, which nobody can move. Leave PodTestHostOptions.Time alone to control it.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(instant, GetUtcNow());
        // Work that has just been started may be about to wait for the clock.
        await _settle().ConfigureAwait(false);
        while (TakeDue(instant) is { } due)
        {
            due.Fire();
            await _settle().ConfigureAwait(false);
        }
    }

    internal long Add(TestTimer timer)
    {
        _timers.Add(timer);
        return _order++;
    }

    internal void Remove(TestTimer timer) => _timers.Remove(timer);

    private TestTimer? TakeDue(DateTimeOffset end)
    {
        lock (_gate)
        {
            var due = _timers.Where(timer => timer.Due <= end).OrderBy(static timer => timer.Due).ThenBy(static timer => timer.Order).FirstOrDefault();
            _now = due?.Due ?? end;
            due?.Next();
            return due;
        }
    }
}
