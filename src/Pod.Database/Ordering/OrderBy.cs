using System.Collections;
using System.Runtime.CompilerServices;
using Pod.Database.Expressions.Fragments;
using Pod.Database.SqlWriting;

namespace Pod.Database;

/// <summary>The order of a result: <c>t => t.Name</c> or <c>t => [t.Rank.Desc(), t.Name]</c>.</summary>
[CollectionBuilder(typeof(OrderBy), nameof(Create))]
public sealed class OrderBy : IEnumerable<OrderTerm>
{
    private static readonly TextFragment RandomNumber = new("random()");

    private readonly OrderTerm[] _terms;

    private OrderBy(OrderTerm[] terms) => _terms = terms;

    internal bool IsEmpty => _terms.Length == 0;

    internal ReadOnlySpan<OrderTerm> Terms => _terms;

    /// <summary>Makes an order of the given keys, most important first.</summary>
    public static OrderBy Create(ReadOnlySpan<OrderTerm> terms) => new(terms.ToArray());

    /// <summary>
    /// A new order for every execution. The database gives every matching row a number and sorts them all, also for a small limit: not for large
    /// tables.
    /// </summary>
    public static OrderTerm Random() => new(RandomNumber, isDescending: false);

    /// <summary>An order by one key.</summary>
    public static implicit operator OrderBy(OrderTerm term) => new([term]);

    /// <summary>An ascending order by one expression.</summary>
    public static implicit operator OrderBy(SqlExpression key) => new([key]);

    /// <summary>An order by one condition: rows that do not match first.</summary>
    public static implicit operator OrderBy(Filter key) => new([key]);

    /// <inheritdoc/>
    public IEnumerator<OrderTerm> GetEnumerator() => _terms.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Write(SqlWriter writer)
    {
        for (var i = 0; i < _terms.Length; i++)
        {
            writer.Write(i == 0 ? "" : ", ");
            _terms[i].Write(writer);
        }
    }
}
