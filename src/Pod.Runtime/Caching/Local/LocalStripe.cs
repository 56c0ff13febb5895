using System.Diagnostics.CodeAnalysis;

namespace Pod.Runtime.Caching.Local;

/// <summary>A part of a local store with a lock of its own.</summary>
internal sealed class LocalStripe(int maxEntries, long maxBytes, IEvictionOrder order, LocalGroups groups)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LocalEntry> _entries = new(StringComparer.Ordinal);
    private long _bytes;
    private long _evictions;

    public (int Entries, long Bytes, long Evictions) Size
    {
        get
        {
            lock (_gate)
            {
                return (_entries.Count, _bytes, _evictions);
            }
        }
    }

    public bool TryUse(string key, long now, [NotNullWhen(true)] out LocalEntry? entry)
    {
        lock (_gate)
        {
            if (!TryFind(key, now, out entry))
            {
                return false;
            }

            order.Used(entry);
            entry.Prolong(now);
            return true;
        }
    }

    public bool Contains(string key, long now)
    {
        lock (_gate)
        {
            return TryFind(key, now, out _);
        }
    }

    public bool TrySet(LocalEntry entry, long now)
    {
        if (entry.Size > maxBytes)
        {
            Remove(entry.Key);
            groups.Leave(entry.Groups);
            return false;
        }

        lock (_gate)
        {
            if (_entries.TryGetValue(entry.Key, out var present))
            {
                Remove(present);
            }

            // Room is made before the entry moves in, so that it cannot be its own victim.
            while (_entries.Count >= maxEntries || _bytes + entry.Size > maxBytes)
            {
                Remove(order.ChooseVictim());
                _evictions++;
            }

            entry.Prolong(now);
            _entries.Add(entry.Key, entry);
            _bytes += entry.Size;
            order.Added(entry);
            return true;
        }
    }

    public void Remove(string key)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(key, out var entry))
            {
                Remove(entry);
            }
        }
    }

    public void RemoveOver(long now)
    {
        lock (_gate)
        {
            foreach (var entry in _entries.Values)
            {
                if (entry.IsOver(now))
                {
                    Remove(entry);
                }
            }
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            foreach (var entry in _entries.Values)
            {
                Remove(entry);
            }
        }
    }

    private bool TryFind(string key, long now, [NotNullWhen(true)] out LocalEntry? entry)
    {
        if (!_entries.TryGetValue(key, out entry))
        {
            return false;
        }

        if (!entry.IsOver(now))
        {
            return true;
        }

        Remove(entry);
        return false;
    }

    // A dictionary may lose entries while it is enumerated.
    private void Remove(LocalEntry entry)
    {
        _entries.Remove(entry.Key);
        _bytes -= entry.Size;
        order.Removed(entry);
        groups.Leave(entry.Groups);
    }
}
