using Pod.Database.Execution;
using Pod.Database.Execution.Results;
using Pod.Database.Statements.Writing;

namespace Pod.Database.Repositories;

/// <summary>Stores rows by COPY.</summary>
internal static class BulkInserts
{
    public static Task<long> RunAsync<TRow>(
        IDatabaseSession session, RowTable<TRow> table, IAsyncEnumerable<List<TRow>> chunks, CancellationToken cancellationToken)
        where TRow : class
        => session.Db.TransactionAsync(
            transaction => CopyAllAsync(transaction, table, chunks, cancellationToken), cancellationToken: cancellationToken);

    private static async Task<long> CopyAllAsync<TRow>(
        Transaction transaction, RowTable<TRow> table, IAsyncEnumerable<List<TRow>> chunks, CancellationToken cancellationToken)
        where TRow : class
    {
        var plainJson = await StatementExecutor.ExecuteAsync(
            transaction, CopyStatement.PlainJsonColumns(transaction.Database, table), NamesReader.Instance, cancellationToken).ConfigureAwait(false);
        var stored = 0L;
        await foreach (var chunk in chunks.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            await CopyAsync(transaction, table, chunk, stored, plainJson, cancellationToken).ConfigureAwait(false);
            stored += chunk.Count;
        }

        return stored;
    }

    private static async Task CopyAsync<TRow>(
        Transaction transaction, RowTable<TRow> table, List<TRow> chunk, long start, HashSet<string> plainJson, CancellationToken cancellationToken)
        where TRow : class
    {
        foreach (var group in RowInserts.Group(table, chunk, transaction.Database.TimeProvider))
        {
            if (group.Columns.Length == 0)
            {
                await RowInserts.ManyAsync(transaction, table, group.Rows, onConflict: null, noReturn: true, cancellationToken).ConfigureAwait(false);
                continue;
            }

            await CopyExecutor.ExecuteAsync(
                transaction,
                CopyStatement.Write(table, group.Columns),
                group.Columns,
                plainJson,
                group.Rows,
                line => start + group.PositionOf(line),
                cancellationToken).ConfigureAwait(false);
        }
    }
}
