using Pod.Database.Execution;
using Pod.Database.Execution.Results;
using Pod.Database.Repositories;
using Pod.Database.Statements;

namespace Pod.Database;

/// <summary>Reads the rows of one table. Safe on any thread.</summary>
/// <remarks>
/// The first argument of each method says where it runs: a session (on a connection of its own) or a <see cref="Transaction"/>.
/// </remarks>
/// <typeparam name="TRow">The model.</typeparam>
/// <typeparam name="TId">The type of its primary key.</typeparam>
/// <typeparam name="TTable">Its table description.</typeparam>
/// <typeparam name="TInclude">Its include.</typeparam>
public abstract class ReadOnlyRepository<TRow, TId, TTable, TInclude>
    where TRow : class, ITableRow<TId>
    where TId : struct, IEquatable<TId>
    where TTable : Table<TRow, TId>
    where TInclude : Include<TRow>
{
    /// <summary>Makes a repository.</summary>
    private protected ReadOnlyRepository(TTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        Table = table;
    }

    private protected TTable Table { get; }

    /// <summary>Finds all rows that match.</summary>
    /// <example><code>
    /// var rows = await Company.Db.FindAsync(session, where: t => t.Name.Like("A%"), orderBy: t => [t.Rank.Desc(), t.Name], limit: 50);
    /// </code></example>
    /// <param name="session">Where the query runs.</param>
    /// <param name="where">Which rows; null for all.</param>
    /// <param name="orderBy">Their order; without it the order is undefined.</param>
    /// <param name="limit">How many at most; 0 does not ask the database.</param>
    /// <param name="offset">How many to leave out first.</param>
    /// <param name="include">Which relations to load along.</param>
    /// <param name="lockMode">How to lock the found rows of this table until the transaction ends; null for no lock.</param>
    /// <param name="lockBehavior">What to do about rows that others have locked.</param>
    /// <param name="cancellationToken">Cancels the statement on the server.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative <paramref name="limit"/> or <paramref name="offset"/>.</exception>
    /// <exception cref="InvalidOperationException">A lock is asked for without a transaction.</exception>
    /// <exception cref="LockNotAvailableException">A row is locked by another transaction, and <see cref="LockBehavior.NoWait"/> is given.</exception>
    public Task<List<TRow>> FindAsync(
        IDatabaseSession session,
        Func<TTable, Filter>? where = null,
        Func<TTable, OrderBy>? orderBy = null,
        int? limit = null,
        int? offset = null,
        TInclude? include = null,
        LockMode? lockMode = null,
        LockBehavior lockBehavior = LockBehavior.Wait,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentOutOfRangeException.ThrowIfNegative(limit ?? 0, nameof(limit));
        ArgumentOutOfRangeException.ThrowIfNegative(offset ?? 0, nameof(offset));
        var rowLock = RowLock.Of(session, lockMode, lockBehavior);
        return limit == 0
            ? Task.FromResult(new List<TRow>())
            : RowReads.FindAsync(
                session, Table, include, new(where?.Invoke(Table), orderBy?.Invoke(Table), limit, offset, rowLock), cancellationToken);
    }

    /// <summary>Finds the first row that matches, or null.</summary>
    /// <inheritdoc cref="FindAsync"/>
    public Task<TRow?> FindFirstRowAsync(
        IDatabaseSession session,
        Func<TTable, Filter>? where = null,
        Func<TTable, OrderBy>? orderBy = null,
        int? offset = null,
        TInclude? include = null,
        LockMode? lockMode = null,
        LockBehavior lockBehavior = LockBehavior.Wait,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentOutOfRangeException.ThrowIfNegative(offset ?? 0, nameof(offset));
        var rowLock = RowLock.Of(session, lockMode, lockBehavior);
        return RowReads.FindFirstAsync(
            session, Table, include, new(where?.Invoke(Table), orderBy?.Invoke(Table), Limit: 1, offset, rowLock), cancellationToken);
    }

    /// <summary>Finds the row with an id, or null.</summary>
    public Task<TRow?> FindByIdAsync(
        IDatabaseSession session,
        TId id,
        TInclude? include = null,
        LockMode? lockMode = null,
        LockBehavior lockBehavior = LockBehavior.Wait,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var query = new Query(RowDeletes.HasId(Table, id), Lock: RowLock.Of(session, lockMode, lockBehavior));
        return RowReads.FindFirstAsync(session, Table, include, query, cancellationToken);
    }

    /// <summary>Counts the rows that match; with a limit, stops counting there.</summary>
    public Task<long> CountAsync(
        IDatabaseSession session, Func<TTable, Filter>? where = null, int? limit = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentOutOfRangeException.ThrowIfNegative(limit ?? 0, nameof(limit));
        return limit == 0
            ? Task.FromResult(0L)
            : StatementExecutor.ExecuteAsync(
                session, SelectStatement.Count(session.Database, Table, where?.Invoke(Table), limit), ValueReader<long>.Instance, cancellationToken);
    }

    /// <summary>Whether any row matches.</summary>
    public Task<bool> ExistsAsync(IDatabaseSession session, Func<TTable, Filter>? where = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        return StatementExecutor.ExecuteAsync(
            session, SelectStatement.Exists(session.Database, Table, where?.Invoke(Table)), ValueReader<bool>.Instance, cancellationToken);
    }
}
