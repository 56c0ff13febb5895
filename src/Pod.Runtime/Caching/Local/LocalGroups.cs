namespace Pod.Runtime.Caching.Local;

/// <summary>The groups of a local store that have entries.</summary>
internal sealed class LocalGroups
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LocalGroup> _groups = new(StringComparer.Ordinal);

    public LocalGroup[] Join(IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            return [];
        }

        lock (_gate)
        {
            return [.. names.Select(Join)];
        }
    }

    public void Leave(LocalGroup[] groups)
    {
        if (groups.Length == 0)
        {
            return;
        }

        lock (_gate)
        {
            foreach (var group in groups)
            {
                if (--group.Members == 0 && !group.IsRemoved)
                {
                    _groups.Remove(group.Name);
                }
            }
        }
    }

    public void Remove(string name)
    {
        lock (_gate)
        {
            if (_groups.Remove(name, out var group))
            {
                group.Remove();
            }
        }
    }

    private LocalGroup Join(string name)
    {
        if (!_groups.TryGetValue(name, out var group))
        {
            group = new LocalGroup(name);
            _groups.Add(name, group);
        }

        group.Members++;
        return group;
    }
}
