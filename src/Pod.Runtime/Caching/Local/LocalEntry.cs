using Pod.Runtime.Caching.Stores;

namespace Pod.Runtime.Caching.Local;

/// <summary>One entry of a local store. Changed only under the lock of its stripe.</summary>
internal sealed class LocalEntry(string key, int hash, CacheValue value, long size, LocalGroup[] groups)
{
    public string Key => key;

    public int Hash => hash;

    public CacheValue Value => value;

    public long Size => size;

    public LocalGroup[] Groups => groups;

    /// <summary>When the entry ends at the latest, as a timestamp of the clock.</summary>
    public long End { get; init; } = long.MaxValue;

    /// <summary>How long a read prolongs the entry, in ticks of the clock; 0 for not at all.</summary>
    public long Sliding { get; init; }

    /// <summary>When the entry ends if it is not read again.</summary>
    public long Deadline { get; private set; }

    // The neighbours in the list of an eviction order, and which of its lists that is.
    public LocalEntry? Newer { get; set; }

    public LocalEntry? Older { get; set; }

    public bool IsOnProbation { get; set; }

    public void Prolong(long now) => Deadline = Sliding > 0 && now < End - Sliding ? now + Sliding : End;

    public bool IsOver(long now)
    {
        if (Deadline <= now)
        {
            return true;
        }

        foreach (var group in groups)
        {
            if (group.IsRemoved)
            {
                return true;
            }
        }

        return false;
    }
}
