using System.Numerics;
using Pod.Database.Execution;
using Pod.Database.Execution.Results;
using Pod.Database.Sessions;
using Pod.Database.Statements.Writing;
using Pod.Schema;

namespace Pod.Database;

/// <summary>A database as seen from one session.</summary>
public readonly struct SessionDatabase
{
    private readonly IDatabaseSession _session;

    internal SessionDatabase(IDatabaseSession session) => _session = session;

    internal IDatabaseSession Session => _session;

    /// <summary>Runs statements that are stored together or not at all.</summary>
    /// <example><code>
    /// var order = await session.Db.TransactionAsync(async tx =>
    /// {
    ///     await Stock.Db.UpdateRowAsync(tx, stock with { Left = stock.Left - 1 });
    ///     return await Order.Db.InsertRowAsync(tx, new Order { StockId = stock.Id });
    /// });
    /// </code></example>
    /// <param name="work">Commits when it returns, rolls back when it throws. On a <see cref="Transaction"/> it runs behind a savepoint.</param>
    /// <param name="options">How the transaction runs.</param>
    /// <param name="cancellationToken">Cancels waiting for a connection; once <paramref name="work"/> has returned, only before the commit.</param>
    public Task<T> TransactionAsync<T>(
        Func<Transaction, Task<T>> work, TransactionOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (_session is not Transaction outer)
        {
            if (_session.Database.Warnings is { } warnings)
            {
                warnings.UseOf(_session);
                work = warnings.Watch(_session, work);
            }

            return TransactionScope.RunAsync(_session, options ?? TransactionOptions.Default, work, cancellationToken);
        }

        return options is null
            ? outer.TransactionAsync(work, cancellationToken)
            : throw new ArgumentException("A nested transaction has the options of the outer one. Leave the argument out.", nameof(options));
    }

    /// <summary>
    /// Moves the sequence of a table's ids past the largest one that is stored, which it does not know of after rows brought their own ids. It never
    /// moves back.
    /// </summary>
    /// <exception cref="InvalidOperationException">The ids of the table come from no sequence.</exception>
    public async Task SyncSequenceAsync<TRow, TId>(Table<TRow, TId> table, CancellationToken cancellationToken = default)
        where TRow : class, ITableRow<TId>
        where TId : struct, IBinaryInteger<TId>
    {
        ArgumentNullException.ThrowIfNull(table);
        var call = SequenceStatement.Sync(_session.Database, table);
        if (!await StatementExecutor.ExecuteAsync(_session, call, ValueReader<bool>.Instance, cancellationToken).ConfigureAwait(false))
        {
            throw new InvalidOperationException($"The ids of table '{table.TableName}' come from no sequence. There is nothing to move.");
        }
    }

    /// <inheritdoc cref="PodDatabase.ReadSchemaAsync"/>
    public Task<DatabaseSchema> ReadSchemaAsync(CancellationToken cancellationToken = default) => _session.Database.ReadSchemaAsync(cancellationToken);

    /// <inheritdoc cref="TransactionAsync{T}"/>
    public async Task TransactionAsync(
        Func<Transaction, Task> work, TransactionOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        await TransactionAsync(
            async tx =>
            {
                await work(tx).ConfigureAwait(false);
                return true;
            },
            options,
            cancellationToken).ConfigureAwait(false);
    }
}
