using Pod.Database.Execution;
using Pod.Database.Execution.Results;
using Pod.Database.Statements.Writing;

namespace Pod.Database.Repositories;

/// <summary>Changes and removes rows by condition.</summary>
internal static class MassWrites
{
    public static async Task<List<TRow>> UpdateAsync<TRow>(
        IDatabaseSession session, RowTable<TRow> table, Assignments set, Query rows, bool noReturn, CancellationToken cancellationToken)
        where TRow : class
    {
        if (noReturn)
        {
            await CountUpdatedAsync(session, table, set, rows, cancellationToken).ConfigureAwait(false);
            return [];
        }

        var call = UpdateWhereStatement.Write(session.Database, table, set, rows, isReturning: true);
        return await StatementExecutor
            .ExecuteAsync(session, call, new RowsReader<TRow>(table.PlainShape), cancellationToken).ConfigureAwait(false);
    }

    public static Task<TRow?> UpdateOneAsync<TRow>(
        IDatabaseSession session, RowTable<TRow> table, Assignments set, Filter where, CancellationToken cancellationToken)
        where TRow : class
    {
        var call = UpdateWhereStatement.Write(session.Database, table, set, new(where), isReturning: true);
        return StatementExecutor.ExecuteAsync(session, call, new FirstRowReader<TRow>(table.PlainShape), cancellationToken);
    }

    public static Task<long> CountUpdatedAsync(
        IDatabaseSession session, Table table, Assignments set, Query rows, CancellationToken cancellationToken)
    {
        var call = UpdateWhereStatement.Write(session.Database, table, set, rows, isReturning: false);
        return StatementExecutor.ExecuteAsync(session, call, AffectedRowsReader.Instance, cancellationToken);
    }

    public static async Task<List<TRow>> DeleteAsync<TRow>(
        IDatabaseSession session, RowTable<TRow> table, Filter where, OrderBy? orderBy, bool noReturn, CancellationToken cancellationToken)
        where TRow : class
    {
        var call = DeleteStatement.Write(session.Database, table, where, orderBy, isReturning: !noReturn);
        if (!noReturn)
        {
            return await StatementExecutor
                .ExecuteAsync(session, call, new RowsReader<TRow>(table.PlainShape), cancellationToken).ConfigureAwait(false);
        }

        await StatementExecutor.ExecuteAsync(session, call, AffectedRowsReader.Instance, cancellationToken).ConfigureAwait(false);
        return [];
    }

    public static Task<long> CountDeletedAsync(IDatabaseSession session, Table table, Filter where, CancellationToken cancellationToken)
    {
        var call = DeleteStatement.Write(session.Database, table, where, orderBy: null, isReturning: false);
        return StatementExecutor.ExecuteAsync(session, call, AffectedRowsReader.Instance, cancellationToken);
    }
}
