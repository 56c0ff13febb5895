using Pod.Database.Execution;
using Pod.Database.Execution.Results;
using Pod.Database.Sessions;
using Pod.Database.Statements;

namespace Pod.Database.Repositories;

/// <summary>Stores new rows.</summary>
internal static class RowInserts
{
    public static async Task<TRow> OneAsync<TRow>(IDatabaseSession session, RowTable<TRow> table, TRow row, CancellationToken cancellationToken)
        where TRow : class
    {
        var stored = await TryOneAsync(session, table, row, ignoreConflicts: false, cancellationToken).ConfigureAwait(false);
        return stored ?? throw new PodDatabaseException(
            $"A trigger or rule of table '{table.TableName}' kept the row from being stored.") { Table = table.TableName };
    }

    public static Task<List<TRow>> ManyAsync<TRow>(
        IDatabaseSession session, RowTable<TRow> table, List<TRow> rows, bool ignoreConflicts, bool noReturn, CancellationToken cancellationToken)
        where TRow : class
    {
        if (rows.Count == 1)
        {
            return AloneAsync(session, table, rows[0], ignoreConflicts, noReturn, cancellationToken);
        }

        var groups = Group(table, rows);
        // Which rows were left out is only known row by row, and it matters when results take members over from their arguments. Rows without
        // any value
        // have no arrays to travel in.
        var isRowByRow = groups.Count == rows.Count
            || groups.Exists(static group => group.Columns.Length == 0)
            || (ignoreConflicts && !noReturn && table.UnstoredKeeper is not null);
        if (groups.Count == 1 && !isRowByRow)
        {
            return GroupAsync(session, table, groups[0], rows.Count, ignoreConflicts, noReturn, cancellationToken);
        }

        return TransactionScope.JoinAsync(
            session,
            TransactionOptions.Default,
            transaction => isRowByRow
                ? RowByRowAsync(transaction, table, rows, ignoreConflicts, noReturn, cancellationToken)
                : GroupsAsync(transaction, table, groups, rows.Count, ignoreConflicts, noReturn, cancellationToken),
            cancellationToken);
    }

    private static async Task<TRow?> TryOneAsync<TRow>(
        IDatabaseSession session, RowTable<TRow> table, TRow row, bool ignoreConflicts, CancellationToken cancellationToken)
        where TRow : class
    {
        var call = InsertStatement.One(session.Database, table, row, ignoreConflicts, isReturning: true);
        var stored = await StatementExecutor
            .ExecuteAsync(session, call, new FirstRowReader<TRow>(table.PlainShape), cancellationToken).ConfigureAwait(false);
        return stored is not null && table.UnstoredKeeper is { } keep ? keep(stored, row) : stored;
    }

    private static async Task<List<TRow>> AloneAsync<TRow>(
        IDatabaseSession session, RowTable<TRow> table, TRow row, bool ignoreConflicts, bool noReturn, CancellationToken cancellationToken)
        where TRow : class
        => await TryOneAsync(session, table, row, ignoreConflicts, cancellationToken).ConfigureAwait(false) is { } stored && !noReturn ? [stored] : [];

    private static async Task<List<TRow>> RowByRowAsync<TRow>(
        Transaction transaction, RowTable<TRow> table, List<TRow> rows, bool ignoreConflicts, bool noReturn, CancellationToken cancellationToken)
        where TRow : class
    {
        var stored = new List<TRow>(noReturn ? 0 : rows.Count);
        foreach (var row in rows)
        {
            if (await TryOneAsync(transaction, table, row, ignoreConflicts, cancellationToken).ConfigureAwait(false) is { } one && !noReturn)
            {
                stored.Add(one);
            }
        }

        return stored;
    }

    private static async Task<List<TRow>> GroupsAsync<TRow>(
        Transaction transaction,
        RowTable<TRow> table,
        List<InsertGroup<TRow>> groups,
        int count,
        bool ignoreConflicts,
        bool noReturn,
        CancellationToken cancellationToken)
        where TRow : class
    {
        var stored = new TRow?[count];
        var free = 0;
        foreach (var group in groups)
        {
            var rows = await GroupAsync(transaction, table, group, group.Rows.Count, ignoreConflicts, noReturn, cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < rows.Count; i++)
            {
                // With ignored conflicts there may be fewer rows than positions, and their order is all that can be kept.
                stored[ignoreConflicts ? free++ : group.Positions[i]] = rows[i];
            }
        }

        return [.. stored.OfType<TRow>()];
    }

    private static async Task<List<TRow>> GroupAsync<TRow>(
        IDatabaseSession session,
        RowTable<TRow> table,
        InsertGroup<TRow> group,
        int count,
        bool ignoreConflicts,
        bool noReturn,
        CancellationToken cancellationToken)
        where TRow : class
    {
        var call = InsertStatement.Many(session.Database, table, group.Columns, group.Rows, ignoreConflicts, isReturning: !noReturn);
        if (noReturn)
        {
            await StatementExecutor.ExecuteAsync(session, call, AffectedRowsReader.Instance, cancellationToken).ConfigureAwait(false);
            return [];
        }

        // PostgreSQL inserts and returns the elements of the arrays in their order.
        var stored = await StatementExecutor
            .ExecuteAsync(session, call, new RowsReader<TRow>(table.PlainShape), cancellationToken).ConfigureAwait(false);
        if (stored.Count != count && !ignoreConflicts)
        {
            throw new PodDatabaseException(
                $"A trigger or rule of table '{table.TableName}' kept {count - stored.Count} of {count} rows from being stored.")
            {
                Table = table.TableName,
            };
        }

        if (table.UnstoredKeeper is { } keep && !ignoreConflicts)
        {
            for (var i = 0; i < stored.Count; i++)
            {
                stored[i] = keep(stored[i], group.Rows[i]);
            }
        }

        return stored;
    }

    /// <summary>Puts rows together that leave the same columns to the database.</summary>
    private static List<InsertGroup<TRow>> Group<TRow>(RowTable<TRow> table, List<TRow> rows)
        where TRow : class
    {
        var defaults = table.Bindings.Where(static binding => binding.Column.HasDefault).ToArray();
        var groups = new List<InsertGroup<TRow>>();
        for (var position = 0; position < rows.Count; position++)
        {
            var row = rows[position];
            var group = groups.Find(group => group.Fits(row, defaults));
            if (group is null)
            {
                group = new InsertGroup<TRow>([.. table.Bindings.Where(binding => !binding.Column.HasDefault || !binding.IsUnset(row))]);
                groups.Add(group);
            }

            group.Add(row, position);
        }

        return groups;
    }
}
