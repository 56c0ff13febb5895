using System.Collections;
using System.Runtime.CompilerServices;

namespace Pod.Database;

/// <summary>Some columns of a table: <c>t => t.Name</c> or <c>t => [t.Name, t.Rank]</c>.</summary>
[CollectionBuilder(typeof(ColumnSet), nameof(Create))]
public sealed class ColumnSet : IEnumerable<Column>
{
    private readonly Column[] _columns;

    private ColumnSet(Column[] columns) => _columns = columns;

    internal ReadOnlySpan<Column> Columns => _columns;

    /// <summary>Makes a set of the given columns.</summary>
    public static ColumnSet Create(ReadOnlySpan<Column> columns) => new(columns.ToArray());

    /// <summary>A set of one column.</summary>
    public static implicit operator ColumnSet(SqlExpression column) => new([column]);

    /// <summary>A set of one column.</summary>
    public static implicit operator ColumnSet(BooleanColumn column) => new([column]);

    /// <inheritdoc/>
    public IEnumerator<Column> GetEnumerator() => _columns.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
