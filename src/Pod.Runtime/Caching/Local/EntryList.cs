namespace Pod.Runtime.Caching.Local;

/// <summary>Entries by the time of their last use, linked through themselves.</summary>
internal sealed class EntryList
{
    private LocalEntry? _newest;

    public LocalEntry? Oldest { get; private set; }

    public int Count { get; private set; }

    public void AddNewest(LocalEntry entry)
    {
        entry.Older = _newest;
        entry.Newer = null;
        if (_newest is not null)
        {
            _newest.Newer = entry;
        }

        _newest = entry;
        Oldest ??= entry;
        Count++;
    }

    public void Remove(LocalEntry entry)
    {
        if (entry.Newer is null)
        {
            _newest = entry.Older;
        }
        else
        {
            entry.Newer.Older = entry.Older;
        }

        if (entry.Older is null)
        {
            Oldest = entry.Newer;
        }
        else
        {
            entry.Older.Newer = entry.Newer;
        }

        entry.Newer = entry.Older = null;
        Count--;
    }
}
