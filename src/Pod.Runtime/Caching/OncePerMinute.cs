using System.Collections.Concurrent;

namespace Pod.Runtime.Caching;

/// <summary>Lets one of many equal warnings through.</summary>
internal sealed class OncePerMinute(TimeProvider time)
{
    private const int MostSubjects = 1000;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, long> _last = new(StringComparer.Ordinal);

    public bool IsDue(string subject)
    {
        var now = time.GetTimestamp();
        if (_last.Count > MostSubjects)
        {
            _last.Clear();
        }

        if (_last.TryAdd(subject, now))
        {
            return true;
        }

        return _last.TryGetValue(subject, out var last) && time.GetElapsedTime(last, now) >= Minute && _last.TryUpdate(subject, now, last);
    }
}
