using Pod.Database.Execution;
using Pod.Database.Execution.Results;
using Pod.Database.Statements.Writing;
using Pod.Database.Tables;

namespace Pod.Database.Repositories;

/// <summary>What an upsert needs to know before rows are stored.</summary>
internal static class RowUpserts
{
    /// <summary>Checks the columns of an upsert.</summary>
    /// <exception cref="ArgumentException">There are none, or they do not fit each other or the table.</exception>
    public static OnConflict Rule<TRow>(RowTable<TRow> table, ColumnSet conflictColumns, ColumnSet? updateColumns, Filter? updateWhere)
        where TRow : class
    {
        var key = Own(table, conflictColumns, nameof(conflictColumns));
        var updated = updateColumns is null ? null : Own(table, updateColumns, nameof(updateColumns));
        if (updated?.Contains(table.IdColumn) == true)
        {
            throw new ArgumentException($"An upsert cannot change the id. Leave '{table.IdColumn}' out.", nameof(updateColumns));
        }

        if (updated?.Find(key.Contains) is { } both)
        {
            throw new ArgumentException($"Column '{both}' is both a conflict column and updated. It is equal already; leave it out.", nameof(updateColumns));
        }

        updated ??= [.. table.VisibleColumns.Where(column => column != table.IdColumn && !key.Contains(column))];
        return OnConflict.Update([.. key], [.. updated.Where(column => column != table.TokenColumn)], updateWhere);
    }

    /// <summary>Refuses a key that occurs twice, as PostgreSQL itself does within one statement.</summary>
    public static async Task RequireDistinctKeysAsync<TRow>(
        IDatabaseSession session, RowTable<TRow> table, List<TRow> rows, Column[] key, CancellationToken cancellationToken)
        where TRow : class
    {
        ColumnBinding<TRow>[] bindings = [.. key.Select(column => table.Bindings[column.Ordinal])];
        var call = RepeatedKeysStatement.Write(
            session.Database, table, bindings, rows.FindAll(row => !Array.Exists(bindings, binding => binding.IsUnset(row))));
        if (await StatementExecutor.ExecuteAsync(session, call, ValueReader<bool>.Instance, cancellationToken).ConfigureAwait(false))
        {
            throw new PodDatabaseException($"An upsert into table '{table.TableName}' has two rows with the same key.")
            {
                SqlState = SqlStates.CardinalityViolation,
                Table = table.TableName,
            };
        }
    }

    private static List<Column> Own(Table table, ColumnSet columns, string parameter)
    {
        if (columns.Columns.IsEmpty)
        {
            throw new ArgumentException("Name at least one column.", parameter);
        }

        foreach (var column in columns)
        {
            if (column.Table != table || column.IsHidden)
            {
                throw new ArgumentException($"Column '{column}' is no column that rows of table '{table.TableName}' have a value for.", parameter);
            }
        }

        return [.. columns.Distinct()];
    }
}
