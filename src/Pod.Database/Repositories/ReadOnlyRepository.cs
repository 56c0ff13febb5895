using Pod.Database.Execution;
using Pod.Database.Execution.Results;
using Pod.Database.Keysets;
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
        WarnOfOffset(session, orderBy, offset);
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
        WarnOfOffset(session, orderBy, offset);
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

    /// <summary>Finds the rows with these ids.</summary>
    /// <param name="session">Where the query runs.</param>
    /// <param name="ids">The ids; one that stands there twice gives the same object twice.</param>
    /// <param name="include">Which relations to load along.</param>
    /// <param name="cancellationToken">Cancels the statement on the server.</param>
    /// <returns>The rows in the order of <paramref name="ids"/>; ids that do not exist are left out.</returns>
    public Task<List<TRow>> FindByIdsAsync(
        IDatabaseSession session, IReadOnlyCollection<TId> ids, TInclude? include = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(ids);
        return ids.Count == 0
            ? Task.FromResult(new List<TRow>())
            : RowReads.FindByIdsAsync(session, Table, include, [.. ids], cancellationToken);
    }

    /// <summary>Finds the rows after a position in an order, which costs the same on every page if an index fits the order, the id included.</summary>
    /// <example><code>
    /// var page = await Ticket.Db.FindPageAsync(session, orderBy: t => [t.Priority.Desc(), t.CreatedAt.Desc()], limit: 50, after: cursor);
    /// </code></example>
    /// <param name="session">Where the query runs.</param>
    /// <param name="orderBy">The order: columns of the table and of its to-one relations. The id is added, so that no row is skipped or repeated.</param>
    /// <param name="limit">How many rows at most; at least 1.</param>
    /// <param name="after"><see cref="Page{T}.Next"/> of the page before; null for the first page.</param>
    /// <param name="where">Which rows; the same for all pages.</param>
    /// <param name="include">Which relations to load along.</param>
    /// <param name="cancellationToken">Cancels the statement on the server.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="after"/> is damaged or comes from another order or table, or <paramref name="orderBy"/> has something else than columns.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is not positive.</exception>
    public Task<Page<TRow>> FindPageAsync(
        IDatabaseSession session,
        Func<TTable, OrderBy> orderBy,
        int limit,
        string? after = null,
        Func<TTable, Filter>? where = null,
        TInclude? include = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(orderBy);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var keys = Keyset.Of(Table, orderBy(Table));
        return RowReads.FindPageAsync(session, Table, include, keys, after, where?.Invoke(Table), limit, cancellationToken);
    }

    /// <summary>Reads rows one after the other without holding all of them in memory.</summary>
    /// <remarks>
    /// The rows come through a cursor, <paramref name="batchSize"/> at a time with their included lists, and are those of one moment. From the second
    /// batch on the next one is fetched while the loop runs. A connection is held from the first row to the end of the loop, however it ends. Given a
    /// <see cref="Transaction"/>, the stream ends with it, and fetches only when the loop asks.
    /// </remarks>
    /// <example><code>
    /// await foreach (var order in Order.Db.StreamAsync(session, where: t => t.PaidAt == null))
    /// </code></example>
    /// <param name="session">Where the query runs.</param>
    /// <param name="where">Which rows; null for all.</param>
    /// <param name="orderBy">Their order; without it the order is undefined.</param>
    /// <param name="include">Which relations to load along.</param>
    /// <param name="batchSize">How many rows are fetched at once. At most two batches are in memory.</param>
    /// <param name="cancellationToken">Cancels the statement on the server and ends the loop.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="batchSize"/> is not positive.</exception>
    public IAsyncEnumerable<TRow> StreamAsync(
        IDatabaseSession session,
        Func<TTable, Filter>? where = null,
        Func<TTable, OrderBy>? orderBy = null,
        TInclude? include = null,
        int batchSize = 500,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
        return RowStream.ReadAsync(session, Table, include, new(where?.Invoke(Table), orderBy?.Invoke(Table)), batchSize, cancellationToken);
    }

    /// <summary>Reads chosen columns and expressions instead of whole rows.</summary>
    /// <example><code>
    /// List&lt;(long Id, string Name)&gt; names = await Customer.Db.SelectAsync(session, t => Select.Of(t.Id, t.Name), where: t => t.Active);
    /// </code></example>
    /// <param name="session">Where the query runs.</param>
    /// <param name="select">What to read: 1 to 8 columns or expressions, and what to make of them.</param>
    /// <param name="where">Which rows; null for all.</param>
    /// <param name="orderBy">Their order; without it the order is undefined. With <paramref name="distinct"/> only what is selected.</param>
    /// <param name="limit">How many at most; 0 does not ask the database.</param>
    /// <param name="offset">How many to leave out first.</param>
    /// <param name="distinct">Leaves out results that are there already.</param>
    /// <param name="cancellationToken">Cancels the statement on the server.</param>
    /// <exception cref="ArgumentException">A selected column can be null because of an optional relation, but its type cannot.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A negative <paramref name="limit"/> or <paramref name="offset"/>.</exception>
    public Task<List<T>> SelectAsync<T>(
        IDatabaseSession session,
        Func<TTable, Selection<T>> select,
        Func<TTable, Filter>? where = null,
        Func<TTable, OrderBy>? orderBy = null,
        int? limit = null,
        int? offset = null,
        bool distinct = false,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(select);
        ArgumentOutOfRangeException.ThrowIfNegative(limit ?? 0, nameof(limit));
        ArgumentOutOfRangeException.ThrowIfNegative(offset ?? 0, nameof(offset));
        WarnOfOffset(session, orderBy, offset);
        return Selections.SelectAsync(
            session, Table, select(Table), new(where?.Invoke(Table), orderBy?.Invoke(Table), limit, offset), distinct, cancellationToken);
    }

    /// <summary>Reads chosen columns and expressions of the first row that matches; null if none does.</summary>
    /// <remarks>Selections that are classes or strings have the same method as an extension; a single value that may be null itself has none.</remarks>
    /// <inheritdoc cref="SelectAsync"/>
    public async Task<T?> SelectFirstAsync<T>(
        IDatabaseSession session,
        Func<TTable, Selection<T>> select,
        Func<TTable, Filter>? where = null,
        Func<TTable, OrderBy>? orderBy = null,
        int? offset = null,
        CancellationToken cancellationToken = default)
        where T : struct
    {
        var rows = await SelectAsync(session, select, where, orderBy, limit: 1, offset, distinct: false, cancellationToken).ConfigureAwait(false);
        return rows is [var first] ? first : null;
    }

    /// <summary>Computes counts, sums, averages, smallest and largest values of all rows that match.</summary>
    /// <example><code>
    /// var (count, total) = await Order.Db.AggregateAsync(session, t => Aggregate.Of(t.Id.Count(), t.Amount.Sum()), where: t => t.PaidAt != null);
    /// </code></example>
    /// <param name="session">Where the query runs.</param>
    /// <param name="select">1 to 8 aggregates. Without rows counts are 0 and everything else is null.</param>
    /// <param name="where">Which rows; null for all.</param>
    /// <param name="cancellationToken">Cancels the statement on the server.</param>
    /// <exception cref="ArgumentException"><paramref name="select"/> has something that is no aggregate.</exception>
    public Task<T> AggregateAsync<T>(
        IDatabaseSession session, Func<TTable, Selection<T>> select, Func<TTable, Filter>? where = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(select);
        return Selections.AggregateAsync(session, Table, select(Table), where?.Invoke(Table), cancellationToken);
    }

    /// <summary>Computes aggregates of each group of rows.</summary>
    /// <example><code>
    /// var perDay = await Order.Db.GroupByAsync(
    ///     session, by: t => Key.Of(t.PaidAt.Date()), select: t => Aggregate.Of(t.Id.Count(), t.Amount.Average()), having: t => t.Id.Count() > 10);
    /// foreach (var (day, (count, average)) in perDay)
    /// </code></example>
    /// <param name="session">Where the query runs.</param>
    /// <param name="by">1 to 8 columns or expressions that rows of a group have in common. Nulls are equal here.</param>
    /// <param name="select">1 to 8 aggregates.</param>
    /// <param name="where">Which rows; null for all.</param>
    /// <param name="having">Which groups: a condition on aggregates and keys.</param>
    /// <param name="orderBy">The order of the groups, by keys or aggregates; without it the order is undefined.</param>
    /// <param name="limit">How many groups at most; 0 does not ask the database.</param>
    /// <param name="offset">How many groups to leave out first.</param>
    /// <param name="cancellationToken">Cancels the statement on the server.</param>
    /// <exception cref="ArgumentException"><paramref name="select"/> has something that is no aggregate, or <paramref name="by"/> has one.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A negative <paramref name="limit"/> or <paramref name="offset"/>.</exception>
    public Task<List<(TKey Key, TValue Value)>> GroupByAsync<TKey, TValue>(
        IDatabaseSession session,
        Func<TTable, Selection<TKey>> by,
        Func<TTable, Selection<TValue>> select,
        Func<TTable, Filter>? where = null,
        Func<TTable, Filter>? having = null,
        Func<TTable, OrderBy>? orderBy = null,
        int? limit = null,
        int? offset = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(select);
        ArgumentOutOfRangeException.ThrowIfNegative(limit ?? 0, nameof(limit));
        ArgumentOutOfRangeException.ThrowIfNegative(offset ?? 0, nameof(offset));
        WarnOfOffset(session, orderBy, offset);
        var query = new Query(where?.Invoke(Table), orderBy?.Invoke(Table), limit, offset);
        return Selections.GroupByAsync(session, Table, by(Table), select(Table), having?.Invoke(Table), query, cancellationToken);
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

    private void WarnOfOffset(IDatabaseSession session, Func<TTable, OrderBy>? orderBy, int? offset)
    {
        if (offset > 0 && orderBy is null)
        {
            session.Database.Warnings?.OffsetWithoutOrder(Table);
        }
    }
}
