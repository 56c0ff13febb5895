using Pod.Database.Repositories;

namespace Pod.Database;

/// <summary>Reads and writes the rows of one table; the base of every generated repository. Safe on any thread.</summary>
/// <remarks>
/// The first argument of each method says where it runs: a session (on a connection of its own) or a <see cref="Transaction"/>. Each call is
/// stored as a whole or not at all. Arguments are never changed; methods that write return new objects.
/// </remarks>
/// <typeparam name="TRow">The model.</typeparam>
/// <typeparam name="TId">The type of its primary key.</typeparam>
/// <typeparam name="TTable">Its table description.</typeparam>
/// <typeparam name="TInclude">Its include.</typeparam>
public abstract class Repository<TRow, TId, TTable, TInclude> : ReadOnlyRepository<TRow, TId, TTable, TInclude>
    where TRow : class, ITableRow<TId>
    where TId : struct, IEquatable<TId>
    where TTable : Table<TRow, TId>
    where TInclude : Include<TRow>
{
    /// <summary>Makes a repository.</summary>
    protected Repository(TTable table)
        : base(table)
    {
    }

    /// <summary>Stores new rows, all or none, however many.</summary>
    /// <param name="session">Where it runs.</param>
    /// <param name="rows">Rows whose id is 0 or empty get one.</param>
    /// <param name="ignoreConflicts">Whether rows that break a unique rule are left out instead of failing.</param>
    /// <param name="noReturn">Whether to return nothing, which saves the transfer.</param>
    /// <param name="cancellationToken">Cancels the statement on the server; nothing is stored then.</param>
    /// <returns>The stored rows in the order of <paramref name="rows"/>, with ids and what the database filled in.</returns>
    public Task<List<TRow>> InsertAsync(
        IDatabaseSession session,
        IReadOnlyCollection<TRow> rows,
        bool ignoreConflicts = false,
        bool noReturn = false,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var copy = Copy(rows);
        return copy.Count == 0
            ? Task.FromResult(copy)
            : RowInserts.ManyAsync(session, Table, copy, ignoreConflicts, noReturn, cancellationToken);
    }

    /// <summary>Stores one new row.</summary>
    /// <returns>The stored row with its id and what the database filled in.</returns>
    public Task<TRow> InsertRowAsync(IDatabaseSession session, TRow row, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(row);
        return RowInserts.OneAsync(session, Table, row, cancellationToken);
    }

    /// <summary>Writes rows that exist.</summary>
    /// <param name="session">Where it runs.</param>
    /// <param name="rows">The rows with their new values.</param>
    /// <param name="columns">Which columns to write; null for all.</param>
    /// <param name="requireAll">Whether to change nothing if a row no longer exists.</param>
    /// <param name="noReturn">Whether to return nothing, which saves the transfer.</param>
    /// <param name="cancellationToken">Cancels the statement on the server; nothing is changed then.</param>
    /// <returns>The rows that exist, in the order of <paramref name="rows"/>.</returns>
    /// <exception cref="ArgumentException">A row has no id or stands there twice, or a column is of another table.</exception>
    /// <exception cref="RowNotFoundException">A row no longer exists and <paramref name="requireAll"/> is set.</exception>
    public Task<List<TRow>> UpdateAsync(
        IDatabaseSession session,
        IReadOnlyCollection<TRow> rows,
        Func<TTable, ColumnSet>? columns = null,
        bool requireAll = false,
        bool noReturn = false,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var copy = Copy(rows);
        StoredRows.Require<TRow, TId>(copy);
        var set = columns?.Invoke(Table);
        if (copy.Count == 0)
        {
            return Task.FromResult(copy);
        }

        if (!requireAll)
        {
            return RowUpdates.ManyAsync(session, Table, copy, set, requireAll, noReturn, cancellationToken);
        }

        // That a row is missing shows after the others were written.
        return session.Db.TransactionAsync(
            transaction => RowUpdates.ManyAsync(transaction, Table, copy, set, requireAll, noReturn, cancellationToken),
            cancellationToken: cancellationToken);
    }

    /// <summary>Writes one row that exists, all columns or only some.</summary>
    /// <exception cref="ArgumentException">The row has no id, or a column is of another table.</exception>
    /// <exception cref="RowNotFoundException">The row does not exist.</exception>
    public Task<TRow> UpdateRowAsync(
        IDatabaseSession session, TRow row, Func<TTable, ColumnSet>? columns = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(row);
        return RowUpdates.OneAsync(session, Table, row, columns?.Invoke(Table), cancellationToken);
    }

    /// <summary>Deletes rows.</summary>
    /// <returns>The deleted rows as they were stored, in the order of <paramref name="rows"/>; nothing with <paramref name="noReturn"/>.</returns>
    /// <exception cref="ArgumentException">A row has no id or stands there twice.</exception>
    public Task<List<TRow>> DeleteAsync(
        IDatabaseSession session, IReadOnlyCollection<TRow> rows, bool noReturn = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var copy = Copy(rows);
        StoredRows.Require<TRow, TId>(copy);
        return copy.Count == 0 ? Task.FromResult(copy) : RowDeletes.ManyAsync(session, Table, copy, noReturn, cancellationToken);
    }

    /// <summary>Deletes one row.</summary>
    /// <returns>The row as it was stored.</returns>
    /// <exception cref="ArgumentException">The row has no id.</exception>
    /// <exception cref="RowNotFoundException">The row does not exist.</exception>
    public Task<TRow> DeleteRowAsync(IDatabaseSession session, TRow row, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(row);
        return RowDeletes.OneAsync(session, Table, row, cancellationToken);
    }

    /// <summary>Deletes all rows that match; every row is <c>t => Filter.True</c>.</summary>
    /// <returns>The deleted rows in the given order, which takes columns of this table only; nothing with <paramref name="noReturn"/>.</returns>
    public Task<List<TRow>> DeleteWhereAsync(
        IDatabaseSession session,
        Func<TTable, Filter> where,
        Func<TTable, OrderBy>? orderBy = null,
        bool noReturn = false,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(where);
        return RowDeletes.WhereAsync(session, Table, where(Table), orderBy?.Invoke(Table), noReturn, cancellationToken);
    }

    /// <summary>Deletes the row with an id.</summary>
    /// <returns>Whether there was one.</returns>
    public Task<bool> DeleteByIdAsync(IDatabaseSession session, TId id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        return RowDeletes.ByIdAsync(session, Table, id, cancellationToken);
    }

    private static List<TRow> Copy(IReadOnlyCollection<TRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var copy = new List<TRow>(rows);
        return copy.Contains(null!) ? throw new ArgumentException("A row is null.", nameof(rows)) : copy;
    }
}
