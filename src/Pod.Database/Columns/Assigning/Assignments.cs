using System.Collections;
using System.Runtime.CompilerServices;

namespace Pod.Database;

/// <summary>What an update writes: <c>t => t.Status.Set(Status.Done)</c> or <c>t => [t.Visits.Set(t.Visits + 1), t.SeenAt.SetNow()]</c>.</summary>
[CollectionBuilder(typeof(Assignments), nameof(Create))]
public sealed class Assignments : IEnumerable<Assignment>
{
    private readonly Assignment[] _items;

    private Assignments(Assignment[] items) => _items = items;

    internal ReadOnlySpan<Assignment> Items => _items;

    /// <summary>Puts assignments together.</summary>
    public static Assignments Create(ReadOnlySpan<Assignment> items) => new(items.ToArray());

    /// <summary>One assignment alone.</summary>
    public static implicit operator Assignments(Assignment assignment) => new([assignment]);

    /// <inheritdoc/>
    public IEnumerator<Assignment> GetEnumerator() => _items.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
