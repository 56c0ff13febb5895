using Pod.Database.Execution;
using Pod.Database.Execution.Results;
using Pod.Database.Includes;
using Pod.Database.Sessions;
using Pod.Database.Statements;

namespace Pod.Database.Repositories;

/// <summary>Runs queries with what they include.</summary>
internal static class RowReads
{
    // All statements of one query with lists see one snapshot.
    private static readonly TransactionOptions Snapshot = new() { IsolationLevel = IsolationLevel.RepeatableRead };

    public static Task<List<TRow>> FindAsync<TRow>(
        IDatabaseSession session, RowTable<TRow> table, Include<TRow>? include, Query query, CancellationToken cancellationToken)
        where TRow : class
        => RunAsync(session, table, include, query, static shape => new RowsReader<TRow>(shape), cancellationToken);

    public static Task<TRow?> FindFirstAsync<TRow>(
        IDatabaseSession session, RowTable<TRow> table, Include<TRow>? include, Query query, CancellationToken cancellationToken)
        where TRow : class
        => RunAsync(session, table, include, query, static shape => new FirstRowReader<TRow>(shape), cancellationToken);

    private static Task<TResult> RunAsync<TRow, TResult>(
        IDatabaseSession session,
        RowTable<TRow> table,
        Include<TRow>? include,
        Query query,
        Func<RowShape<TRow>, IResultReader<TResult>> reader,
        CancellationToken cancellationToken)
        where TRow : class
    {
        if (include is null)
        {
            var call = SelectStatement.Rows(session.Database, table, plan: null, query);
            return StatementExecutor.ExecuteAsync(session, call, reader(table.PlainShape), cancellationToken);
        }

        var plan = new SelectPlan();
        var shape = include.Shape(table, plan);
        var withIncludes = SelectStatement.Rows(session.Database, table, plan, query);
        return shape.HasLists
            ? TransactionScope.JoinAsync(
                session, Snapshot,
                transaction => WithListsAsync(transaction, withIncludes, shape, reader(shape), cancellationToken),
                cancellationToken)
            : StatementExecutor.ExecuteAsync(session, withIncludes, reader(shape), cancellationToken);
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
