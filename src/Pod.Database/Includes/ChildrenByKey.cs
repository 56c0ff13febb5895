using System.Runtime.InteropServices;

namespace Pod.Database.Includes;

/// <summary>Children sorted by the key of their parent.</summary>
internal sealed class ChildrenByKey<TKey, TRelated>
    where TKey : struct, IEquatable<TKey>
{
    private readonly Dictionary<TKey, (List<TRelated> Rows, bool IsTaken)> _children = [];

    public void Add(TKey key, TRelated child)
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_children, key, out var exists);
        if (!exists)
        {
            entry.Rows = [];
        }

        entry.Rows.Add(child);
    }

    /// <summary>The list for one parent object. The same row read twice makes two parent objects, which must not share a list.</summary>
    public List<TRelated> Take(TKey key)
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrNullRef(_children, key);
        if (System.Runtime.CompilerServices.Unsafe.IsNullRef(ref entry))
        {
            return [];
        }

        if (entry.IsTaken)
        {
            return [.. entry.Rows];
        }

        entry.IsTaken = true;
        return entry.Rows;
    }
}
