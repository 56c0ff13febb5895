using Pod.Database.Execution;
using Pod.Database.Execution.Results;
using Pod.Database.Filters;
using Pod.Database.Statements;

namespace Pod.Database.Repositories;

/// <summary>Removes rows.</summary>
internal static class RowDeletes
{
    public static async Task<TRow> OneAsync<TRow, TId>(
        IDatabaseSession session, Table<TRow, TId> table, TRow row, CancellationToken cancellationToken)
        where TRow : class, ITableRow<TId>
        where TId : struct, IEquatable<TId>
    {
        StoredRows.Require<TRow, TId>([row]);
        var call = DeleteStatement.Write(session.Database, table, HasId(table, row.Id), orderBy: null, isReturning: true);
        var deleted = await StatementExecutor
            .ExecuteAsync(session, call, new FirstRowReader<TRow>(table.PlainShape), cancellationToken).ConfigureAwait(false)
            ?? throw RowNotFoundException.Of(table, row.Id);
        return table.UnstoredKeeper is { } keep ? keep(deleted, row) : deleted;
    }

    public static async Task<List<TRow>> ManyAsync<TRow, TId>(
        IDatabaseSession session, Table<TRow, TId> table, List<TRow> rows, bool noReturn, CancellationToken cancellationToken)
        where TRow : class, ITableRow<TId>
        where TId : struct, IEquatable<TId>
    {
        var ids = MembershipFilter.Of(table.Id, table.IdStorage, rows.Select(static row => (TId?)row.Id), isNegated: false);
        var deleted = await WhereAsync(session, table, ids, orderBy: null, noReturn, cancellationToken).ConfigureAwait(false);
        return StoredRows.InOrderOf<TRow, TId>(table, rows, deleted);
    }

    public static async Task<List<TRow>> WhereAsync<TRow>(
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

    public static async Task<bool> ByIdAsync<TRow, TId>(IDatabaseSession session, Table<TRow, TId> table, TId id, CancellationToken cancellationToken)
        where TRow : class, ITableRow<TId>
        where TId : struct, IEquatable<TId>
    {
        var call = DeleteStatement.Write(session.Database, table, HasId(table, id), orderBy: null, isReturning: false);
        return await StatementExecutor.ExecuteAsync(session, call, AffectedRowsReader.Instance, cancellationToken).ConfigureAwait(false) > 0;
    }

    public static Filter HasId<TRow, TId>(Table<TRow, TId> table, TId id)
        where TRow : class, ITableRow<TId>
        where TId : struct, IEquatable<TId>
        => new ComparisonFilter(table.Id, Comparison.Equal, table.IdStorage.Parameter(id));
}
