namespace Pod.Redis.Caching;

/// <summary>Stops asking something that fails: after some failures in a row for a while, then one call tries.</summary>
internal sealed class Breaker(TimeProvider time)
{
    public const int Failures = 5;
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private int _failed;
    private long _openedAt;
    private bool _isProbing;

    private bool IsOpen => _failed >= Failures;

    /// <summary>Whether a call may be made. Each one that may has to end with <see cref="Succeeded"/>, <see cref="Failed"/> or <see cref="Abandoned"/>.</summary>
    public bool TryEnter()
    {
        lock (_gate)
        {
            if (!IsOpen)
            {
                return true;
            }

            if (_isProbing || time.GetElapsedTime(_openedAt) < Pause)
            {
                return false;
            }

            _isProbing = true;
            return true;
        }
    }

    /// <returns>Whether this closed the breaker.</returns>
    public bool Succeeded()
    {
        lock (_gate)
        {
            var wasOpen = IsOpen;
            _failed = 0;
            _isProbing = false;
            return wasOpen;
        }
    }

    /// <returns>Whether this opened the breaker.</returns>
    public bool Failed()
    {
        lock (_gate)
        {
            var wasOpen = IsOpen;
            _failed++;
            _isProbing = false;
            if (IsOpen)
            {
                _openedAt = time.GetTimestamp();
            }

            return IsOpen && !wasOpen;
        }
    }

    /// <summary>The caller gave up; nothing is known.</summary>
    public void Abandoned()
    {
        lock (_gate)
        {
            _isProbing = false;
        }
    }
}
