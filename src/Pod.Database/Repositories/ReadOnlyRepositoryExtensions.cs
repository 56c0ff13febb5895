namespace Pod.Database;

/// <summary>Reading the first selection as a reference; <see cref="ReadOnlyRepository{TRow, TId, TTable, TInclude}"/> has the twin for value types.</summary>
public static class ReadOnlyRepositoryExtensions
{
    /// <summary>Reads the first row that matches into an object or a string; null if none does.</summary>
    /// <example><code>
    /// var row = await Customer.Db.SelectFirstAsync(session, t => Select.Of(t.Id, t.Name).To((id, name) => new Row(id, name)));
    /// </code></example>
    /// <param name="repository">The table to read.</param>
    /// <param name="session">Where the query runs.</param>
    /// <param name="select">What to read: 1 to 8 columns or expressions, and what to make of them.</param>
    /// <param name="where">Which rows; null for all.</param>
    /// <param name="orderBy">Their order; without it the order is undefined.</param>
    /// <param name="offset">How many to leave out first.</param>
    /// <param name="cancellationToken">Cancels the statement on the server.</param>
    public static async Task<T?> SelectFirstAsync<TRow, TId, TTable, TInclude, T>(
        this ReadOnlyRepository<TRow, TId, TTable, TInclude> repository,
        IDatabaseSession session,
        Func<TTable, Selection<T>> select,
        Func<TTable, Filter>? where = null,
        Func<TTable, OrderBy>? orderBy = null,
        int? offset = null,
        CancellationToken cancellationToken = default)
        where TRow : class, ITableRow<TId>
        where TId : struct, IEquatable<TId>
        where TTable : Table<TRow, TId>
        where TInclude : Include<TRow>
        where T : class
    {
        ArgumentNullException.ThrowIfNull(repository);
        var rows = await repository.SelectAsync(session, select, where, orderBy, limit: 1, offset, distinct: false, cancellationToken).ConfigureAwait(false);
        return rows is [var first] ? first : null;
    }
}
