using Pod.Database.Execution;
using Pod.Database.Execution.Results;
using Pod.Database.Repositories;
using Pod.Database.Statements;
using Pod.Database.Statements.Writing;

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
        var copy = StoredRows.Copy(rows);
        return copy.Count == 0
            ? Task.FromResult(copy)
            : RowInserts.ManyAsync(session, Table, copy, ignoreConflicts ? OnConflict.Ignore : null, noReturn, cancellationToken);
    }

    /// <summary>Stores one new row.</summary>
    /// <returns>The stored row with its id and what the database filled in.</returns>
    public Task<TRow> InsertRowAsync(IDatabaseSession session, TRow row, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(row);
        return RowInserts.OneAsync(session, Table, row, cancellationToken);
    }

    /// <summary>Stores many new rows by COPY, all or none, without reading them back: the fastest way in.</summary>
    /// <param name="session">Where it runs.</param>
    /// <param name="rows">Rows whose id is 0 or empty get one. They are taken as they come, not held in memory.</param>
    /// <param name="cancellationToken">Cancels the statement on the server; nothing is stored then.</param>
    /// <returns>How many there were.</returns>
    /// <exception cref="PodDatabaseException">A row was refused; <see cref="PodDatabaseException.RowPosition"/> says which, if the server does.</exception>
    public Task<long> BulkInsertAsync(IDatabaseSession session, IAsyncEnumerable<TRow> rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(rows);
        return BulkInserts.RunAsync(session, Table, RowChunks.Of(rows, cancellationToken), cancellationToken);
    }

    /// <inheritdoc cref="BulkInsertAsync(IDatabaseSession, IAsyncEnumerable{TRow}, CancellationToken)"/>
    public Task<long> BulkInsertAsync(IDatabaseSession session, IEnumerable<TRow> rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(rows);
        return BulkInserts.RunAsync(session, Table, RowChunks.Of(rows).ToAsyncEnumerable(), cancellationToken);
    }

    /// <summary>Stores rows: new ones are inserted, those whose key exists update the row that has it.</summary>
    /// <example><code>
    /// await Price.Db.UpsertAsync(session, prices, conflictColumns: t => [t.Shop, t.Article], updateWhere: t => t.SeenAt &lt; t.Excluded.SeenAt);
    /// </code></example>
    /// <param name="session">Where it runs.</param>
    /// <param name="rows">The rows; an id that they bring is used for new rows only.</param>
    /// <param name="conflictColumns">The key: exactly the columns of a unique index.</param>
    /// <param name="updateColumns">What an existing row gets from the new one; null for everything but the id and the key.</param>
    /// <param name="updateWhere">
    /// Which existing rows are updated: the table is the row as it is stored, its <c>Excluded</c> the new one. Others stay as they are and are not returned.
    /// </param>
    /// <param name="noReturn">Whether to return nothing, which saves the transfer.</param>
    /// <param name="cancellationToken">Cancels the statement on the server; nothing is stored then.</param>
    /// <returns>The stored rows in the order of <paramref name="rows"/>.</returns>
    /// <exception cref="ArgumentException">
    /// Columns are missing or of another table, or the id or a key column is to be updated.
    /// </exception>
    /// <exception cref="PodDatabaseException">
    /// SQLSTATE 42P10: there is no such unique index. 21000: two of the rows have the same key; nothing is stored then.
    /// </exception>
    public Task<List<TRow>> UpsertAsync(
        IDatabaseSession session,
        IReadOnlyCollection<TRow> rows,
        Func<TTable, ColumnSet> conflictColumns,
        Func<TTable, ColumnSet>? updateColumns = null,
        Func<TTable, Filter>? updateWhere = null,
        bool noReturn = false,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(conflictColumns);
        var copy = StoredRows.Copy(rows);
        var rule = RowUpserts.Rule(Table, conflictColumns(Table), updateColumns?.Invoke(Table), updateWhere?.Invoke(Table));
        return copy.Count == 0 ? Task.FromResult(copy) : RowInserts.ManyAsync(session, Table, copy, rule, noReturn, cancellationToken);
    }

    /// <summary>Stores one row: it is inserted if it is new, and else updates the row that has its key.</summary>
    /// <returns>The stored row, or null if <paramref name="updateWhere"/> kept the existing one from being updated.</returns>
    /// <inheritdoc cref="UpsertAsync"/>
    public Task<TRow?> UpsertRowAsync(
        IDatabaseSession session,
        TRow row,
        Func<TTable, ColumnSet> conflictColumns,
        Func<TTable, ColumnSet>? updateColumns = null,
        Func<TTable, Filter>? updateWhere = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(conflictColumns);
        var rule = RowUpserts.Rule(Table, conflictColumns(Table), updateColumns?.Invoke(Table), updateWhere?.Invoke(Table));
        return RowInserts.TryOneAsync(session, Table, row, rule, cancellationToken);
    }

    /// <summary>Writes rows that exist.</summary>
    /// <param name="session">Where it runs.</param>
    /// <param name="rows">The rows with their new values.</param>
    /// <param name="columns">Which columns to write; null for all.</param>
    /// <param name="requireAll">Whether to change nothing if a row no longer exists.</param>
    /// <param name="noReturn">Whether to return nothing, which saves the transfer.</param>
    /// <param name="force">Whether to write rows whose concurrency token has changed, too.</param>
    /// <param name="cancellationToken">Cancels the statement on the server; nothing is changed then.</param>
    /// <returns>The rows that exist, in the order of <paramref name="rows"/>.</returns>
    /// <exception cref="ArgumentException">A row has no id or stands there twice, or a column is of another table.</exception>
    /// <exception cref="RowNotFoundException">A row no longer exists and <paramref name="requireAll"/> is set.</exception>
    /// <exception cref="StaleRowException">A row was changed since it was read; nothing is written then.</exception>
    public Task<List<TRow>> UpdateAsync(
        IDatabaseSession session,
        IReadOnlyCollection<TRow> rows,
        Func<TTable, ColumnSet>? columns = null,
        bool requireAll = false,
        bool noReturn = false,
        bool force = false,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var copy = StoredRows.Copy(rows);
        StoredRows.Require<TRow, TId>(copy);
        var set = columns?.Invoke(Table);
        if (copy.Count == 0)
        {
            return Task.FromResult(copy);
        }

        // That a row is missing or stale shows after the others were written.
        return requireAll || (Table.TokenColumn is not null && !force)
            ? session.Db.TransactionAsync(
                transaction => RowUpdates.ManyAsync(transaction, Table, copy, set, requireAll, noReturn, force, cancellationToken),
                cancellationToken: cancellationToken)
            : RowUpdates.ManyAsync(session, Table, copy, set, requireAll, noReturn, force, cancellationToken);
    }

    /// <summary>Writes one row that exists, all columns or only some.</summary>
    /// <param name="session">Where it runs.</param>
    /// <param name="row">The row with its new values.</param>
    /// <param name="columns">Which columns to write; null for all.</param>
    /// <param name="force">Whether to write also if the row's concurrency token has changed.</param>
    /// <param name="cancellationToken">Cancels the statement on the server.</param>
    /// <exception cref="ArgumentException">The row has no id, or a column is of another table.</exception>
    /// <exception cref="RowNotFoundException">The row does not exist.</exception>
    /// <exception cref="StaleRowException">The row was changed since it was read.</exception>
    public Task<TRow> UpdateRowAsync(
        IDatabaseSession session, TRow row, Func<TTable, ColumnSet>? columns = null, bool force = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(row);
        return RowUpdates.OneAsync(session, Table, row, columns?.Invoke(Table), force, cancellationToken);
    }

    /// <summary>Writes some columns of the row with an id: <c>t => [t.Visits.Set(t.Visits + 1), t.SeenAt.SetNow()]</c>.</summary>
    /// <returns>The row as it is stored now, or null if there is none.</returns>
    /// <exception cref="ArgumentException">Nothing is set, something twice, or something of another table.</exception>
    public Task<TRow?> UpdateByIdAsync(IDatabaseSession session, TId id, Func<TTable, Assignments> set, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(set);
        return MassWrites.UpdateOneAsync(session, Table, set(Table), RowDeletes.HasId(Table, id), cancellationToken);
    }

    /// <summary>Writes some columns of all rows that match; every row is <c>t => Filter.True</c>.</summary>
    /// <example><code>
    /// var taken = await Job.Db.UpdateWhereAsync(session, t => t.Worker.Set(name), where: t => t.Worker == null, orderBy: t => t.Id, limit: 10);
    /// </code></example>
    /// <param name="session">Where it runs.</param>
    /// <param name="set">What to write.</param>
    /// <param name="where">Which rows.</param>
    /// <param name="orderBy">
    /// Which of them come first if there is a limit, and the order of the result by the new values; it takes columns of this table only.
    /// </param>
    /// <param name="limit">How many rows to write at most.</param>
    /// <param name="offset">How many to leave out first.</param>
    /// <param name="noReturn">Whether to return nothing, which saves the transfer.</param>
    /// <param name="cancellationToken">Cancels the statement on the server; nothing is changed then.</param>
    /// <returns>The rows as they are stored now.</returns>
    /// <exception cref="ArgumentException">Nothing is set, something twice, or something of another table.</exception>
    public Task<List<TRow>> UpdateWhereAsync(
        IDatabaseSession session,
        Func<TTable, Assignments> set,
        Func<TTable, Filter> where,
        Func<TTable, OrderBy>? orderBy = null,
        int? limit = null,
        int? offset = null,
        bool noReturn = false,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(where);
        ArgumentOutOfRangeException.ThrowIfNegative(limit ?? 0, nameof(limit));
        ArgumentOutOfRangeException.ThrowIfNegative(offset ?? 0, nameof(offset));
        return limit == 0
            ? Task.FromResult(new List<TRow>())
            : MassWrites.UpdateAsync(
                session, Table, set(Table), new(where(Table), orderBy?.Invoke(Table), limit, offset), noReturn, cancellationToken);
    }

    /// <summary>Writes some columns of all rows that match; every row is <c>t => Filter.True</c>.</summary>
    /// <returns>How many rows there were.</returns>
    /// <exception cref="ArgumentException">Nothing is set, something twice, or something of another table.</exception>
    public Task<long> ExecuteUpdateAsync(
        IDatabaseSession session, Func<TTable, Assignments> set, Func<TTable, Filter> where, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(where);
        return MassWrites.CountUpdatedAsync(session, Table, set(Table), new(where(Table)), cancellationToken);
    }

    /// <summary>Deletes rows.</summary>
    /// <returns>The deleted rows as they were stored, in the order of <paramref name="rows"/>; nothing with <paramref name="noReturn"/>.</returns>
    /// <exception cref="ArgumentException">A row has no id or stands there twice.</exception>
    /// <exception cref="StaleRowException">A row was changed since it was read; nothing is deleted then.</exception>
    public Task<List<TRow>> DeleteAsync(
        IDatabaseSession session, IReadOnlyCollection<TRow> rows, bool noReturn = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var copy = StoredRows.Copy(rows);
        StoredRows.Require<TRow, TId>(copy);
        if (copy.Count == 0)
        {
            return Task.FromResult(copy);
        }

        // That a row is stale shows after the others were deleted.
        return Table.TokenColumn is null
            ? RowDeletes.ManyAsync(session, Table, copy, noReturn, cancellationToken)
            : session.Db.TransactionAsync(
                transaction => RowDeletes.ManyAsync(transaction, Table, copy, noReturn, cancellationToken), cancellationToken: cancellationToken);
    }

    /// <summary>Deletes one row.</summary>
    /// <returns>The row as it was stored.</returns>
    /// <exception cref="ArgumentException">The row has no id.</exception>
    /// <exception cref="RowNotFoundException">The row does not exist.</exception>
    /// <exception cref="StaleRowException">The row was changed since it was read.</exception>
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
        return MassWrites.DeleteAsync(session, Table, where(Table), orderBy?.Invoke(Table), noReturn, cancellationToken);
    }

    /// <summary>Deletes all rows that match; every row is <c>t => Filter.True</c>.</summary>
    /// <returns>How many there were.</returns>
    public Task<long> ExecuteDeleteAsync(IDatabaseSession session, Func<TTable, Filter> where, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(where);
        return MassWrites.CountDeletedAsync(session, Table, where(Table), cancellationToken);
    }

    /// <summary>Deletes the row with an id.</summary>
    /// <returns>Whether there was one.</returns>
    public Task<bool> DeleteByIdAsync(IDatabaseSession session, TId id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        return RowDeletes.ByIdAsync(session, Table, id, cancellationToken);
    }

    /// <summary>Locks rows without reading them, until the transaction ends.</summary>
    /// <exception cref="LockNotAvailableException">A row is locked by another transaction, and <see cref="LockBehavior.NoWait"/> is given.</exception>
    public Task LockRowsAsync(
        Transaction tx,
        Func<TTable, Filter> where,
        LockMode lockMode,
        LockBehavior lockBehavior = LockBehavior.Wait,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tx);
        ArgumentNullException.ThrowIfNull(where);
        var call = SelectStatement.Lock(tx.Database, Table, where(Table), new(lockMode, lockBehavior));
        return StatementExecutor.ExecuteAsync(tx, call, ValueReader<long>.Instance, cancellationToken);
    }
}
