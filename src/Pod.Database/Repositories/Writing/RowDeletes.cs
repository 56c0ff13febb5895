using Pod.Database.Execution;
using Pod.Database.Execution.Results;
using Pod.Database.Filters;
using Pod.Database.Statements.Writing;

namespace Pod.Database.Repositories;

/// <summary>Removes given rows.</summary>
internal static class RowDeletes
{
    public static async Task<TRow> OneAsync<TRow, TId>(
        IDatabaseSession session, Table<TRow, TId> table, TRow row, CancellationToken cancellationToken)
        where TRow : class, ITableRow<TId>
        where TId : struct, IEquatable<TId>
    {
        StoredRows.Require<TRow, TId>([row]);
        var where = table.Token is { } token
            ? HasId(table, row.Id) & new ComparisonFilter(token.Column, Comparison.Equal, token.Parameter(row))
            : HasId(table, row.Id);
        var call = DeleteStatement.Write(session.Database, table, where, orderBy: null, isReturning: true);
        var deleted = await StatementExecutor
            .ExecuteAsync(session, call, new FirstRowReader<TRow>(table.PlainShape), cancellationToken).ConfigureAwait(false);
        if (deleted is null)
        {
            await StaleRows.RequireNoneAsync(session, table, [row.Id], cancellationToken).ConfigureAwait(false);
            throw RowNotFoundException.Of(table, row.Id);
        }

        return table.UnstoredKeeper is { } keep ? keep(deleted, row) : deleted;
    }

    public static async Task<List<TRow>> ManyAsync<TRow, TId>(
        IDatabaseSession session, Table<TRow, TId> table, List<TRow> rows, bool noReturn, CancellationToken cancellationToken)
        where TRow : class, ITableRow<TId>
        where TId : struct, IEquatable<TId>
    {
        if (table.Token is not { } token)
        {
            var found = await MassWrites
                .DeleteAsync(session, table, StoredRows.HaveIds(table, rows), orderBy: null, noReturn, cancellationToken).ConfigureAwait(false);
            return StoredRows.InOrderOf<TRow, TId>(table, rows, found);
        }

        var fresh = new TokensFilter(table.Id, table.IdBinding.ArrayParameter(rows), token.Column, token.ArrayParameter(rows));
        var deleted = await MassWrites.DeleteAsync(session, table, fresh, orderBy: null, noReturn: false, cancellationToken).ConfigureAwait(false);
        var result = StoredRows.InOrderOf<TRow, TId>(table, rows, deleted);
        await StaleRows.RequireNoneAsync(session, table, StoredRows.Missed<TRow, TId>(rows, result), cancellationToken).ConfigureAwait(false);
        return noReturn ? [] : result;
    }

    public static async Task<bool> ByIdAsync<TRow, TId>(IDatabaseSession session, Table<TRow, TId> table, TId id, CancellationToken cancellationToken)
        where TRow : class, ITableRow<TId>
        where TId : struct, IEquatable<TId>
        => await MassWrites.CountDeletedAsync(session, table, HasId(table, id), cancellationToken).ConfigureAwait(false) > 0;

    public static Filter HasId<TRow, TId>(Table<TRow, TId> table, TId id)
        where TRow : class, ITableRow<TId>
        where TId : struct, IEquatable<TId>
        => new ComparisonFilter(table.Id, Comparison.Equal, table.IdStorage.Parameter(id));
}
