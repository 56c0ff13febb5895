namespace Pod.Testing.Clock;

/// <summary>A timer of a test's clock. Its callback runs in the flow of execution that made it, as with real ones.</summary>
internal sealed class TestTimer(TestTime time, TimerCallback callback, object? state) : ITimer
{
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private TimeSpan _period;
    private bool _isDisposed;

    public DateTimeOffset? Due { get; private set; }

    /// <summary>Which of two timers that are due at one instant comes first.</summary>
    public long Order { get; private set; }

    public void Fire()
    {
        if (_context is null)
        {
            callback(state);
        }
        else
        {
            ExecutionContext.Run(_context, static timer => ((TestTimer)timer!).Call(), this);
        }
    }

    // The clock holds its lock.
    public void Next()
    {
        Due = _period > TimeSpan.Zero ? Due + _period : null;
        if (Due is null)
        {
            time.Remove(this);
        }
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        var isDueNow = false;
        lock (time.Gate)
        {
            if (_isDisposed)
            {
                return false;
            }

            time.Remove(this);
            _period = period;
            Due = dueTime < TimeSpan.Zero ? null : time.Now + dueTime;
            isDueNow = dueTime == TimeSpan.Zero;
            if (isDueNow)
            {
                Due = period > TimeSpan.Zero ? Due + period : null;
            }

            Order = Due is null ? 0 : time.Add(this);
        }

        if (isDueNow)
        {
            ThreadPool.QueueUserWorkItem(static timer => timer.Fire(), this, preferLocal: false);
        }

        return true;
    }

    public void Dispose()
    {
        lock (time.Gate)
        {
            _isDisposed = true;
            Due = null;
            time.Remove(this);
        }
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Call() => callback(state);
}
