namespace Pod.Runtime.Caching.Local;

/// <summary>A group as its entries know it: after a removal, new entries get another object of the same name.</summary>
internal sealed class LocalGroup(string name)
{
    private volatile bool _isRemoved;

    public string Name => name;

    public bool IsRemoved => _isRemoved;

    /// <summary>How many entries there are; guarded by <see cref="LocalGroups"/>.</summary>
    public int Members { get; set; }

    public void Remove() => _isRemoved = true;
}
