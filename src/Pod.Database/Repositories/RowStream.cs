using System.Runtime.CompilerServices;
using Pod.Database.Execution;
using Pod.Database.Execution.Results;
using Pod.Database.Includes;
using Pod.Database.Sessions;
using Pod.Database.Statements;

namespace Pod.Database.Repositories;

/// <summary>Reads a query's rows through a cursor.</summary>
internal static class RowStream
{
    public static async IAsyncEnumerable<TRow> ReadAsync<TRow>(
        IDatabaseSession session,
        RowTable<TRow> table,
        Include<TRow>? include,
        Query query,
        int batchSize,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TRow : class
    {
        var enclosing = session is Transaction ? null : session.Database.Enclosing;
        var own = session is Transaction || enclosing is not null ? null : await SnapshotScope.BeginAsync(session, cancellationToken).ConfigureAwait(false);
        var place = own?.Transaction ?? session;
        var plan = include is null ? null : new SelectPlan();
        var shape = include?.Shape(table, plan!) ?? table.PlainShape;
        string? cursor = null;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<List<TRow>>? ahead = null;
        try
        {
            var declaration = CursorStatement.Declare(session.Database, table, plan, query, enclosing?.NextCursor() ?? ((Transaction)place).NextCursor(), out var name);
            await StatementExecutor.ExecuteAsync(place, declaration, AffectedRowsReader.Instance, cancellationToken).ConfigureAwait(false);
            cursor = name;
            var batch = await FetchAsync(place, table, shape, cursor, batchSize, [], cancellationToken).ConfigureAwait(false);
            List<TRow>? spare = null;
            while (true)
            {
                // Whoever has read one batch to its end will most likely read the next. The caller's own transaction is not kept busy behind its back.
                if (own is not null && spare is not null && batch.Count == batchSize)
                {
                    ahead = FetchAsync(place, table, shape, cursor, batchSize, spare, stop.Token);
                }

                foreach (var row in batch)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    yield return row;
                }

                if (batch.Count < batchSize)
                {
                    break;
                }

                var next = await (ahead ?? FetchAsync(place, table, shape, cursor, batchSize, spare ?? [], cancellationToken)).ConfigureAwait(false);
                ahead = null;
                (batch, spare) = (next, batch);
            }
        }
        finally
        {
            if (ahead is not null)
            {
                await stop.CancelAsync().ConfigureAwait(false);
                await ((Task)ahead).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            // Its own transaction takes the cursor along. In the caller's it would stay open; a failed one has closed it already.
            if (own is not null)
            {
                await own.DisposeAsync().ConfigureAwait(false);
            }
            else if (cursor is not null && place is not Transaction { IsUsable: false })
            {
                var close = CursorStatement.Close(session.Database, table, cursor);
                await StatementExecutor.ExecuteAsync(place, close, AffectedRowsReader.Instance, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    private static async Task<List<TRow>> FetchAsync<TRow>(
        IDatabaseSession place, RowTable<TRow> table, RowShape<TRow> shape, string cursor, int count, List<TRow> rows, CancellationToken cancellationToken)
        where TRow : class
    {
        rows.Clear();
        var fetch = CursorStatement.Fetch(place.Database, table, cursor, count);
        await StatementExecutor.ExecuteAsync(place, fetch, new RowsReader<TRow>(shape, rows), cancellationToken).ConfigureAwait(false);
        await shape.LoadListsAsync(place, cancellationToken).ConfigureAwait(false);
        return rows;
    }
}
