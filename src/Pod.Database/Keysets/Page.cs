using System.Diagnostics.CodeAnalysis;

namespace Pod.Database;

/// <summary>Some rows of an order, and where to go on.</summary>
/// <typeparam name="T">The model.</typeparam>
public sealed class Page<T>
{
    internal Page(List<T> items, string? next)
    {
        Items = items;
        Next = next;
    }

    /// <summary>The rows.</summary>
    [SuppressMessage("Design", "CA1002", Justification = "All finds return lists.")]
    public List<T> Items { get; }

    /// <summary>Whether there are more rows behind these.</summary>
    [MemberNotNullWhen(true, nameof(Next))]
    public bool HasMore => Next is not null;

    /// <summary>
    /// Where the next page begins, for the <c>after</c> of the next query; null at the end. Opaque text that is safe in URLs and holds the keys of the
    /// last row, so it needs no memory on the server and outlives restarts.
    /// </summary>
    public string? Next { get; }
}
