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
        try
        {
            var declaration = CursorStatement.Declare(session.Database, table, plan, query, enclosing?.NextCursor() ?? ((Transaction)place).NextCursor(), out var name);
            await StatementExecutor.ExecuteAsync(place, declaration, AffectedRowsReader.Instance, cancellationToken).ConfigureAwait(false);
            cursor = name;
            var batch = new List<TRow>();
            var batchReader = new RowsReader<TRow>(shape, batch);
            do
            {
                batch.Clear();
                var fetch = CursorStatement.Fetch(session.Database, table, cursor, batchSize);
                await StatementExecutor.ExecuteAsync(place, fetch, batchReader, cancellationToken).ConfigureAwait(false);
                await shape.LoadListsAsync(place, cancellationToken).ConfigureAwait(false);
                foreach (var row in batch)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    yield return row;
                }
            }
            while (batch.Count == batchSize);
        }
        finally
        {
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
}
