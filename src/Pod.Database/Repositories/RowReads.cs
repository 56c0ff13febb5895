using Pod.Database.Execution;
using Pod.Database.Execution.Results;
using Pod.Database.Filters;
using Pod.Database.Includes;
using Pod.Database.Keysets;
using Pod.Database.Sessions;
using Pod.Database.Statements;

namespace Pod.Database.Repositories;

/// <summary>Runs queries with what they include.</summary>
internal static class RowReads
{
    public static Task<List<TRow>> FindAsync<TRow>(
        IDatabaseSession session, RowTable<TRow> table, Include<TRow>? include, Query query, CancellationToken cancellationToken)
        where TRow : class
        => RunAsync(session, table, include, query, static shape => new RowsReader<TRow>(shape), cancellationToken);

    public static Task<TRow?> FindFirstAsync<TRow>(
        IDatabaseSession session, RowTable<TRow> table, Include<TRow>? include, Query query, CancellationToken cancellationToken)
        where TRow : class
        => RunAsync(session, table, include, query, static shape => new FirstRowReader<TRow>(shape), cancellationToken);

    public static async Task<List<TRow>> FindByIdsAsync<TRow, TId>(
        IDatabaseSession session, Table<TRow, TId> table, Include<TRow>? include, TId[] ids, CancellationToken cancellationToken)
        where TRow : class, ITableRow<TId>
        where TId : struct, IEquatable<TId>
    {
        var hasId = MembershipFilter.Of(table.Id, table.IdStorage, ids.Select(static id => (TId?)id), isNegated: false);
        var found = await FindAsync(session, table, include, new(hasId), cancellationToken).ConfigureAwait(false);
        var byId = found.ToDictionary(static row => row.Id);
        var result = new List<TRow>(ids.Length);
        foreach (var id in ids)
        {
            if (byId.TryGetValue(id, out var row))
            {
                result.Add(row);
            }
        }

        return result;
    }

    public static async Task<Page<TRow>> FindPageAsync<TRow>(
        IDatabaseSession session,
        RowTable<TRow> table,
        Include<TRow>? include,
        Keyset keys,
        string? after,
        Filter? where,
        int limit,
        CancellationToken cancellationToken)
        where TRow : class
    {
        var query = new Query(where, keys.Order, limit, Page: keys);
        if (after is not null)
        {
            query = keys.After(Cursor.Read(after, keys)) switch
            {
                [var range] => query with { Where = where is null ? range : range & where },
                var ranges => query with { Ranges = ranges },
            };
        }

        var (rows, last) = await RunAsync(
            session, table, include, query, shape => new PageReader<TRow>(shape, keys.Count, limit), cancellationToken).ConfigureAwait(false);
        return new Page<TRow>(rows, last is null ? null : Cursor.Write(last, keys));
    }

    private static Task<TResult> RunAsync<TRow, TResult>(
        IDatabaseSession session,
        RowTable<TRow> table,
        Include<TRow>? include,
        Query query,
        Func<RowShape<TRow>, IResultReader<TResult>> reader,
        CancellationToken cancellationToken)
        where TRow : class
        => include is null
            ? StatementExecutor.ExecuteAsync(
                session, SelectStatement.Rows(session.Database, table, plan: null, query), reader(table.PlainShape), cancellationToken)
            : WithIncludesAsync(session, table, include, query, reader, cancellationToken);

    // A method of its own, because what its lambda captures is allocated before its first line.
    private static Task<TResult> WithIncludesAsync<TRow, TResult>(
        IDatabaseSession session,
        RowTable<TRow> table,
        Include<TRow> include,
        Query query,
        Func<RowShape<TRow>, IResultReader<TResult>> reader,
        CancellationToken cancellationToken)
        where TRow : class
    {
        var plan = new SelectPlan();
        var shape = include.Shape(table, plan);
        var call = SelectStatement.Rows(session.Database, table, plan, query);
        return shape.HasLists
            ? TransactionScope.JoinAsync(
                session, SnapshotScope.Options,
                transaction => WithListsAsync(transaction, call, shape, reader(shape), cancellationToken),
                cancellationToken)
            : StatementExecutor.ExecuteAsync(session, call, reader(shape), cancellationToken);
    }

    private static async Task<TResult> WithListsAsync<TRow, TResult>(
        Transaction transaction, StatementCall call, RowShape<TRow> shape, IResultReader<TResult> reader, CancellationToken cancellationToken)
        where TRow : class
    {
        var result = await StatementExecutor.ExecuteAsync(transaction, call, reader, cancellationToken).ConfigureAwait(false);
        await shape.LoadListsAsync(transaction, cancellationToken).ConfigureAwait(false);
        return result;
    }
}
