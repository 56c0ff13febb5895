using Pod.Database.Execution;
using Pod.Database.Execution.Results;
using Pod.Database.Sessions;
using Pod.Database.Statements.Writing;

namespace Pod.Database.Repositories;

/// <summary>Stores new rows.</summary>
internal static class RowInserts
{
    public static async Task<TRow> OneAsync<TRow>(IDatabaseSession session, RowTable<TRow> table, TRow row, CancellationToken cancellationToken)
        where TRow : class
    {
        var stored = await TryOneAsync(session, table, row, onConflict: null, cancellationToken).ConfigureAwait(false);
        return stored ?? throw new PodDatabaseException(
            $"A trigger or rule of table '{table.TableName}' kept the row from being stored.") { Table = table.TableName };
    }

    public static Task<List<TRow>> ManyAsync<TRow>(
        IDatabaseSession session, RowTable<TRow> table, List<TRow> rows, OnConflict? onConflict, bool noReturn, CancellationToken cancellationToken)
        where TRow : class
    {
        if (rows.Count == 1)
        {
            return AloneAsync(session, table, rows[0], onConflict, noReturn, cancellationToken);
        }

        var groups = Group(table, rows, session.Database.TimeProvider);
        // Which rows were left out is only known row by row, and it matters where results take members over from their arguments or come from
        // several statements. Rows without any value have no arrays to travel in.
        var isRowByRow = groups.Count == rows.Count
            || groups.Exists(static group => group.Columns.Length == 0)
            || (onConflict is { LeavesOut: true } && !noReturn && (groups.Count > 1 || table.UnstoredKeeper is not null));
        if (groups.Count == 1 && !isRowByRow)
        {
            return GroupAsync(session, table, groups[0], rows.Count, onConflict, noReturn, cancellationToken);
        }

        return TransactionScope.JoinAsync(
            session,
            TransactionOptions.Default,
            async transaction =>
            {
                if (onConflict is { Key: { Length: > 0 } key })
                {
                    await RowUpserts.RequireDistinctKeysAsync(transaction, table, rows, key, cancellationToken).ConfigureAwait(false);
                }

                return isRowByRow
                    ? await RowByRowAsync(transaction, table, rows, onConflict, noReturn, cancellationToken).ConfigureAwait(false)
                    : await GroupsAsync(transaction, table, groups, rows.Count, onConflict, noReturn, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken);
    }

    public static async Task<TRow?> TryOneAsync<TRow>(
        IDatabaseSession session, RowTable<TRow> table, TRow row, OnConflict? onConflict, CancellationToken cancellationToken)
        where TRow : class
    {
        var call = InsertStatement.One(session.Database, table, row, onConflict, isReturning: true);
        var stored = await StatementExecutor
            .ExecuteAsync(session, call, new FirstRowReader<TRow>(table.PlainShape), cancellationToken).ConfigureAwait(false);
        return stored is not null && table.UnstoredKeeper is { } keep ? keep(stored, row) : stored;
    }

    private static async Task<List<TRow>> AloneAsync<TRow>(
        IDatabaseSession session, RowTable<TRow> table, TRow row, OnConflict? onConflict, bool noReturn, CancellationToken cancellationToken)
        where TRow : class
        => await TryOneAsync(session, table, row, onConflict, cancellationToken).ConfigureAwait(false) is { } stored && !noReturn ? [stored] : [];

    private static async Task<List<TRow>> RowByRowAsync<TRow>(
        Transaction transaction, RowTable<TRow> table, List<TRow> rows, OnConflict? onConflict, bool noReturn, CancellationToken cancellationToken)
        where TRow : class
    {
        var stored = new List<TRow>(noReturn ? 0 : rows.Count);
        foreach (var row in rows)
        {
            if (await TryOneAsync(transaction, table, row, onConflict, cancellationToken).ConfigureAwait(false) is { } one && !noReturn)
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
        OnConflict? onConflict,
        bool noReturn,
        CancellationToken cancellationToken)
        where TRow : class
    {
        var stored = new TRow?[count];
        foreach (var group in groups)
        {
            var rows = await GroupAsync(transaction, table, group, group.Rows.Count, onConflict, noReturn, cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < rows.Count; i++)
            {
                stored[group.PositionOf(i)] = rows[i];
            }
        }

        return [.. stored.OfType<TRow>()];
    }

    private static async Task<List<TRow>> GroupAsync<TRow>(
        IDatabaseSession session,
        RowTable<TRow> table,
        InsertGroup<TRow> group,
        int count,
        OnConflict? onConflict,
        bool noReturn,
        CancellationToken cancellationToken)
        where TRow : class
    {
        var call = InsertStatement.Many(session.Database, table, group.Columns, group.Rows, onConflict, isReturning: !noReturn);
        if (noReturn)
        {
            await StatementExecutor.ExecuteAsync(session, call, AffectedRowsReader.Instance, cancellationToken).ConfigureAwait(false);
            return [];
        }

        // PostgreSQL inserts and returns the elements of the arrays in their order.
        var stored = await StatementExecutor
            .ExecuteAsync(session, call, new RowsReader<TRow>(table.PlainShape), cancellationToken).ConfigureAwait(false);
        var leavesOut = onConflict is { LeavesOut: true };
        if (stored.Count != count && !leavesOut)
        {
            throw new PodDatabaseException(
                $"A trigger or rule of table '{table.TableName}' kept {count - stored.Count} of {count} rows from being stored.")
            {
                Table = table.TableName,
            };
        }

        if (table.UnstoredKeeper is { } keep && !leavesOut)
        {
            for (var i = 0; i < stored.Count; i++)
            {
                stored[i] = keep(stored[i], group.Rows[i]);
            }
        }

        return stored;
    }

    /// <summary>Puts rows together that leave the same columns to the database.</summary>
    public static List<InsertGroup<TRow>> Group<TRow>(RowTable<TRow> table, List<TRow> rows, TimeProvider clock)
        where TRow : class
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var columns = table.NewBindings(clock);
        var defaults = columns.Where(static binding => binding.Column.HasDefault).ToArray();
        if (InsertGroup<TRow>.OfAll(columns, defaults, rows) is { } all)
        {
            return [all];
        }

        var groups = new List<InsertGroup<TRow>>();
        for (var position = 0; position < rows.Count; position++)
        {
            var row = rows[position];
            InsertGroup<TRow>? fitting = null;
            foreach (var group in groups)
            {
                if (group.Fits(row, defaults))
                {
                    fitting = group;
                    break;
                }
            }

            if (fitting is null)
            {
                fitting = new InsertGroup<TRow>(columns, defaults, row);
                groups.Add(fitting);
            }

            fitting.Add(row, position);
        }

        return groups;
    }
}
