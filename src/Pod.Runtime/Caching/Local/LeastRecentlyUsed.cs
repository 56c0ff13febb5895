namespace Pod.Runtime.Caching.Local;

/// <summary>The entry that was not used for the longest time goes first.</summary>
internal sealed class LeastRecentlyUsed : IEvictionOrder
{
    private readonly EntryList _entries = new();

    public void Added(LocalEntry entry) => _entries.AddNewest(entry);

    public void Used(LocalEntry entry)
    {
        _entries.Remove(entry);
        _entries.AddNewest(entry);
    }

    public void Removed(LocalEntry entry) => _entries.Remove(entry);

    public LocalEntry ChooseVictim() => _entries.Oldest!;
}
