using Pod.Database.Execution;
using Pod.Database.Execution.Results;
using Pod.Database.Statements.Writing;

namespace Pod.Database.Repositories;

/// <summary>Stores rows by COPY.</summary>
internal static class BulkInserts
{
    // Rows wait until those that leave the same columns to the database can travel together. While they wait, the connection is free for whoever
    // makes them.
    private const int ChunkSize = 5000;

    public static async Task<long> RunAsync<TRow>(
        Transaction transaction, RowTable<TRow> table, IAsyncEnumerable<TRow> rows, CancellationToken cancellationToken)
        where TRow : class
    {
        var plainJson = await StatementExecutor.ExecuteAsync(
            transaction, CopyStatement.PlainJsonColumns(transaction.Database, table), NamesReader.Instance, cancellationToken).ConfigureAwait(false);
        var chunk = new List<TRow>();
        var stored = 0L;
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            chunk.Add(row ?? throw new ArgumentException($"The row at position {stored + chunk.Count} is null.", nameof(rows)));
            if (chunk.Count == ChunkSize)
            {
                await CopyAsync(transaction, table, chunk, stored, plainJson, cancellationToken).ConfigureAwait(false);
                stored += chunk.Count;
                chunk.Clear();
            }
        }

        await CopyAsync(transaction, table, chunk, stored, plainJson, cancellationToken).ConfigureAwait(false);
        return stored + chunk.Count;
    }

    private static async Task CopyAsync<TRow>(
        Transaction transaction, RowTable<TRow> table, List<TRow> chunk, long start, HashSet<string> plainJson, CancellationToken cancellationToken)
        where TRow : class
    {
        foreach (var group in RowInserts.Group(table, chunk))
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
