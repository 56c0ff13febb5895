using System.Runtime.InteropServices;

namespace Pod.Database.Includes;

/// <summary>Children sorted by the key of their parent.</summary>
internal sealed class ChildrenByKey<TKey, TRelated>
    where TKey : struct, IEquatable<TKey>
{
    private readonly Dictionary<TKey, (List<TRelated>? Rows, bool IsTaken)> _children;

    private ChildrenByKey(int count) => _children = new(count);

    /// <summary>The keys of the parents, each once.</summary>
    public TKey[] Keys => [.. _children.Keys];

    public static ChildrenByKey<TKey, TRelated> Of<TRow>(List<TRow> parents, Func<TRow, TKey?> key)
    {
        var children = new ChildrenByKey<TKey, TRelated>(parents.Count);
        foreach (var parent in parents)
        {
            if (key(parent) is { } present)
            {
                children._children.TryAdd(present, default);
            }
        }

        return children;
    }

    public void Add(TKey key, TRelated child)
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_children, key, out _);
        (entry.Rows ??= []).Add(child);
    }

    /// <summary>The list for one parent object. The same row read twice makes two parent objects, which must not share a list.</summary>
    public List<TRelated> Take(TKey key)
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_children, key, out _);
        var rows = entry.Rows ?? [];
        if (entry.IsTaken)
        {
            return [.. rows];
        }

        (entry.Rows, entry.IsTaken) = (rows, true);
        return rows;
    }
}
