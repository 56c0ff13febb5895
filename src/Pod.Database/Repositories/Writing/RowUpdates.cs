using Pod.Database.Execution;
using Pod.Database.Execution.Results;
using Pod.Database.Statements.Writing;
using Pod.Database.Tables;

namespace Pod.Database.Repositories;

/// <summary>Writes rows that exist.</summary>
internal static class RowUpdates
{
    public static async Task<TRow> OneAsync<TRow, TId>(
        IDatabaseSession session, Table<TRow, TId> table, TRow row, ColumnSet? columns, bool force, CancellationToken cancellationToken)
        where TRow : class, ITableRow<TId>
        where TId : struct, IEquatable<TId>
    {
        StoredRows.Require<TRow, TId>([row]);
        var call = UpdateStatement.One(session.Database, table, ColumnsOf(table, columns), row, force);
        var stored = await StatementExecutor
            .ExecuteAsync(session, call, new FirstRowReader<TRow>(table.PlainShape), cancellationToken).ConfigureAwait(false);
        if (stored is null)
        {
            await StaleRows.RequireNoneAsync(session, table, [row.Id], cancellationToken).ConfigureAwait(false);
            throw RowNotFoundException.Of(table, row.Id);
        }

        return table.UnstoredKeeper is { } keep ? keep(stored, row) : stored;
    }

    public static async Task<List<TRow>> ManyAsync<TRow, TId>(
        IDatabaseSession session,
        Table<TRow, TId> table,
        List<TRow> rows,
        ColumnSet? columns,
        bool requireAll,
        bool noReturn,
        bool force,
        CancellationToken cancellationToken)
        where TRow : class, ITableRow<TId>
        where TId : struct, IEquatable<TId>
    {
        var looksForMissed = requireAll || (table.Token is not null && !force);
        var call = UpdateStatement.Many(session.Database, table, ColumnsOf(table, columns), rows, force, isReturning: !noReturn || looksForMissed);
        if (noReturn && !looksForMissed)
        {
            await StatementExecutor.ExecuteAsync(session, call, AffectedRowsReader.Instance, cancellationToken).ConfigureAwait(false);
            return [];
        }

        var stored = await StatementExecutor
            .ExecuteAsync(session, call, new RowsReader<TRow>(table.PlainShape), cancellationToken).ConfigureAwait(false);
        var result = StoredRows.InOrderOf<TRow, TId>(table, rows, stored);
        if (looksForMissed && StoredRows.Missed<TRow, TId>(rows, result) is { Count: > 0 } missed)
        {
            await StaleRows.RequireNoneAsync(session, table, missed, cancellationToken).ConfigureAwait(false);
            if (requireAll)
            {
                throw RowNotFoundException.Of(table, missed);
            }
        }

        return noReturn ? [] : result;
    }

    /// <summary>The columns to write, in the order of the table; the concurrency token is raised, not written.</summary>
    public static ColumnBinding<TRow>[] ColumnsOf<TRow, TId>(Table<TRow, TId> table, ColumnSet? columns)
        where TRow : class, ITableRow<TId>
        where TId : struct, IEquatable<TId>
    {
        if (columns is null)
        {
            return [.. table.Bindings.Where(binding => binding.Column != table.IdColumn && binding.Column != table.TokenColumn)];
        }

        if (columns.Columns.IsEmpty)
        {
            throw new ArgumentException("Name at least one column, or leave the argument out to write all of them.", nameof(columns));
        }

        var written = new HashSet<Column>();
        foreach (var column in columns)
        {
            if (column.Table != table || column.IsHidden)
            {
                throw new ArgumentException(
                    $"Column '{column}' is no column that rows of table '{table.TableName}' have a value for.", nameof(columns));
            }

            written.Add(column);
        }

        written.Remove(table.IdColumn);
        if (table.TokenColumn is { } token)
        {
            written.Remove(token);
        }

        return [.. table.Bindings.Where(binding => written.Contains(binding.Column))];
    }
}
