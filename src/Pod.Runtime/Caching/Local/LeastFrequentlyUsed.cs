namespace Pod.Runtime.Caching.Local;

/// <summary>
/// W-TinyLFU: new entries are on probation in a small window; one that leaves it takes the place of the oldest established entry only if it was
/// asked for more often. So a pass over keys that are asked for once comes and goes through the window.
/// </summary>
internal sealed class LeastFrequentlyUsed(int capacity) : IEvictionOrder
{
    private const int WindowShare = 100;

    private readonly int _windowCapacity = Math.Max(1, capacity / WindowShare);
    private readonly FrequencySketch _sketch = new(capacity);
    private readonly EntryList _probation = new();
    private readonly EntryList _established = new();
    private LocalEntry? _candidate;

    public void Added(LocalEntry entry)
    {
        _sketch.Count(entry.Hash);
        entry.IsOnProbation = true;
        _probation.AddNewest(entry);
        if (_probation.Count > _windowCapacity)
        {
            _candidate = _probation.Oldest!;
            _probation.Remove(_candidate);
            _candidate.IsOnProbation = false;
            _established.AddNewest(_candidate);
        }
    }

    public void Used(LocalEntry entry)
    {
        _sketch.Count(entry.Hash);
        var list = ListOf(entry);
        list.Remove(entry);
        list.AddNewest(entry);
    }

    public void Removed(LocalEntry entry)
    {
        ListOf(entry).Remove(entry);
        if (_candidate == entry)
        {
            _candidate = null;
        }
    }

    public LocalEntry ChooseVictim()
    {
        var oldest = _established.Oldest ?? _probation.Oldest!;
        return _candidate is not null && _sketch.Estimate(_candidate.Hash) <= _sketch.Estimate(oldest.Hash) ? _candidate : oldest;
    }

    private EntryList ListOf(LocalEntry entry) => entry.IsOnProbation ? _probation : _established;
}
