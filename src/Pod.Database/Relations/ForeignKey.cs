using Pod.Database.Repositories;

namespace Pod.Database;

/// <summary>Attaches rows to each other and detaches them: only the foreign key is written. Used by generated repositories.</summary>
public static class ForeignKey
{
    /// <summary>Points a row to another one.</summary>
    /// <param name="session">Where it runs.</param>
    /// <param name="table">The table that has the key.</param>
    /// <param name="key">The key's column.</param>
    /// <param name="row">The row that has the key.</param>
    /// <param name="relative">The row to point to.</param>
    /// <param name="cancellationToken">Cancels the statement on the server.</param>
    /// <returns>The row as it is stored now.</returns>
    /// <exception cref="ArgumentException">One of the rows was never stored.</exception>
    /// <exception cref="RowNotFoundException">One of the rows is gone.</exception>
    public static async Task<TRow> AttachAsync<TRow, TId, TKey>(
        IDatabaseSession session,
        Table<TRow, TId> table,
        ValueExpression<TKey> key,
        TRow row,
        ITableRow<TKey> relative,
        CancellationToken cancellationToken)
        where TRow : class, ITableRow<TId>
        where TId : struct, IEquatable<TId>
        where TKey : struct, IEquatable<TKey>
    {
        ArgumentNullException.ThrowIfNull(row);
        return (await AttachAsync(session, table, key, [row], relative, cancellationToken).ConfigureAwait(false))[0];
    }

    /// <summary>Points rows to another one, all or none.</summary>
    /// <returns>The rows as they are stored now, in the order of <paramref name="rows"/>.</returns>
    /// <inheritdoc cref="AttachAsync{TRow, TId, TKey}(IDatabaseSession, Table{TRow, TId}, ValueExpression{TKey}, TRow, ITableRow{TKey}, CancellationToken)"/>
    public static async Task<List<TRow>> AttachAsync<TRow, TId, TKey>(
        IDatabaseSession session,
        Table<TRow, TId> table,
        ValueExpression<TKey> key,
        IReadOnlyCollection<TRow> rows,
        ITableRow<TKey> relative,
        CancellationToken cancellationToken)
        where TRow : class, ITableRow<TId>
        where TId : struct, IEquatable<TId>
        where TKey : struct, IEquatable<TKey>
    {
        ArgumentNullException.ThrowIfNull(relative);
        if (relative.Id.Equals(default))
        {
            throw new ArgumentException($"The {relative.GetType().Name} to attach to has no id: it was never stored. Insert it first.", nameof(relative));
        }

        try
        {
            return await WriteAsync(session, table, key, rows, relative.Id, cancellationToken).ConfigureAwait(false);
        }
        catch (ForeignKeyViolationException violation)
        {
            throw new RowNotFoundException($"The {relative.GetType().Name} with id {relative.Id} does not exist.", violation);
        }
    }

    /// <summary>Clears the key of a row.</summary>
    /// <inheritdoc cref="AttachAsync{TRow, TId, TKey}(IDatabaseSession, Table{TRow, TId}, ValueExpression{TKey}, TRow, ITableRow{TKey}, CancellationToken)"/>
    public static async Task<TRow> DetachAsync<TRow, TId, TKey>(
        IDatabaseSession session, Table<TRow, TId> table, ValueExpression<TKey> key, TRow row, CancellationToken cancellationToken)
        where TRow : class, ITableRow<TId>
        where TId : struct, IEquatable<TId>
        where TKey : struct, IEquatable<TKey>
    {
        ArgumentNullException.ThrowIfNull(row);
        return (await DetachAsync(session, table, key, [row], cancellationToken).ConfigureAwait(false))[0];
    }

    /// <summary>Clears the key of rows, all or none.</summary>
    /// <returns>The rows as they are stored now, in the order of <paramref name="rows"/>.</returns>
    /// <inheritdoc cref="AttachAsync{TRow, TId, TKey}(IDatabaseSession, Table{TRow, TId}, ValueExpression{TKey}, TRow, ITableRow{TKey}, CancellationToken)"/>
    public static Task<List<TRow>> DetachAsync<TRow, TId, TKey>(
        IDatabaseSession session,
        Table<TRow, TId> table,
        ValueExpression<TKey> key,
        IReadOnlyCollection<TRow> rows,
        CancellationToken cancellationToken)
        where TRow : class, ITableRow<TId>
        where TId : struct, IEquatable<TId>
        where TKey : struct, IEquatable<TKey>
        => WriteAsync(session, table, key, rows, value: null, cancellationToken);

    /// <summary>Clears the key of the row that points to another one.</summary>
    /// <param name="session">Where it runs.</param>
    /// <param name="table">The table that has the key.</param>
    /// <param name="key">The key's column.</param>
    /// <param name="relative">The row that is pointed to; its id is all that counts.</param>
    /// <param name="cancellationToken">Cancels the statement on the server.</param>
    /// <returns>The row as it is stored now, or null if none pointed there.</returns>
    /// <exception cref="ArgumentException">The row was never stored.</exception>
    public static Task<TRow?> DetachFromAsync<TRow, TId, TKey>(
        IDatabaseSession session, Table<TRow, TId> table, ValueExpression<TKey> key, ITableRow<TKey> relative, CancellationToken cancellationToken)
        where TRow : class, ITableRow<TId>
        where TId : struct, IEquatable<TId>
        where TKey : struct, IEquatable<TKey>
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(relative);
        return relative.Id.Equals(default)
            ? throw new ArgumentException($"The {relative.GetType().Name} to detach from has no id: it was never stored.", nameof(relative))
            : MassWrites.UpdateOneAsync(session, table, key.Set(null), key == relative.Id, cancellationToken);
    }

    private static Task<List<TRow>> WriteAsync<TRow, TId, TKey>(
        IDatabaseSession session,
        Table<TRow, TId> table,
        ValueExpression<TKey> key,
        IReadOnlyCollection<TRow> rows,
        TKey? value,
        CancellationToken cancellationToken)
        where TRow : class, ITableRow<TId>
        where TId : struct, IEquatable<TId>
        where TKey : struct, IEquatable<TKey>
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(key);
        var copy = StoredRows.Copy(rows);
        StoredRows.Require<TRow, TId>(copy);
        return copy.Count switch
        {
            0 => Task.FromResult(copy),
            1 => WriteAsync(session, table, key.Set(value), copy, cancellationToken),

            // That a row is gone shows after the others were written.
            _ => session.Db.TransactionAsync(
                tx => WriteAsync(tx, table, key.Set(value), copy, cancellationToken), cancellationToken: cancellationToken),
        };
    }

    private static async Task<List<TRow>> WriteAsync<TRow, TId>(
        IDatabaseSession session, Table<TRow, TId> table, Assignments set, List<TRow> rows, CancellationToken cancellationToken)
        where TRow : class, ITableRow<TId>
        where TId : struct, IEquatable<TId>
    {
        var found = await MassWrites
            .UpdateAsync(session, table, set, new(StoredRows.HaveIds(table, rows)), noReturn: false, cancellationToken).ConfigureAwait(false);
        var result = StoredRows.InOrderOf<TRow, TId>(table, rows, found);
        return StoredRows.Missed<TRow, TId>(rows, result) is { Count: > 0 } missed ? throw RowNotFoundException.Of(table, missed) : result;
    }
}
