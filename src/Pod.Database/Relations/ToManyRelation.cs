using Pod.Database.Columns.Storage;
using Pod.Database.Relations;

namespace Pod.Database;

/// <summary>
/// The related rows of a row, for filters and orders: <c>t => t.Employees.Any(e => e.Age > 60)</c>. A row is found once, however many of them match.
/// </summary>
/// <remarks>
/// Conditions nest, and may use the tables around them: <c>t => t.Employees.Any(e => e.TownId == t.TownId)</c>. A row that is not there (at the end of
/// a to-one relation) has no related rows.
/// </remarks>
/// <typeparam name="TTable">The table of the related rows.</typeparam>
public sealed class ToManyRelation<TTable>
    where TTable : Table
{
    private readonly Column _key;
    private readonly Func<TTable> _create;
    private readonly Func<TTable, SqlExpression> _foreignKey;
    private TTable? _idle;

    /// <summary>Describes a relation. Used by generated code.</summary>
    /// <param name="key">The own side of the key.</param>
    /// <param name="create">Makes a description of the other table.</param>
    /// <param name="foreignKey">The other side of the key.</param>
    public ToManyRelation(SqlExpression key, Func<TTable> create, Func<TTable, SqlExpression> foreignKey)
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(foreignKey);
        _key = key;
        _create = create;
        _foreignKey = foreignKey;
    }

    /// <summary>How many related rows there are, or how many of them match. Never null.</summary>
    public NumberExpression<long, long> Count(Func<TTable, Filter>? where = null)
        => new(new RelatedRowsCount(Query(where)), ScalarStorage<long>.Instance);

    /// <summary>Rows with at least one related row, or with one that matches.</summary>
    public Filter Any(Func<TTable, Filter>? where = null) => new RelatedRowsFilter(Query(where), exists: true);

    /// <summary>Rows without related rows, or without one that matches.</summary>
    public Filter None(Func<TTable, Filter>? where = null) => new RelatedRowsFilter(Query(where), exists: false);

    /// <summary>
    /// Rows whose related rows all match; also rows that have none. A related row for which the condition is unknown because of a null does not match.
    /// </summary>
    public Filter All(Func<TTable, Filter> where)
    {
        ArgumentNullException.ThrowIfNull(where);
        return new RelatedRowsFilter(Query(where, isFailing: true), exists: false);
    }

    /// <inheritdoc cref="All"/>
    public Filter Every(Func<TTable, Filter> where) => All(where);

    // A condition that uses the same relation again inside itself needs two descriptions to tell the two queries apart. So one is taken while a
    // condition is made, and put back for the next one, which stands beside this one, not inside it.
    private RelatedRows Query(Func<TTable, Filter>? where, bool isFailing = false)
    {
        var table = Interlocked.Exchange(ref _idle, null) ?? _create();
        var query = new RelatedRows(_key, table, _foreignKey(table), where?.Invoke(table), isFailing);
        Volatile.Write(ref _idle, table);
        return query;
    }
}
