using Pod.Database.Execution;
using Pod.Database.Execution.Results;
using Pod.Database.Statements;

namespace Pod.Database.Repositories;

/// <summary>Runs queries that read something else than whole rows.</summary>
internal static class Selections
{
    public static Task<List<T>> SelectAsync<T>(
        IDatabaseSession session, Table table, Selection<T> selection, Query query, bool distinct, CancellationToken cancellationToken)
        => query.Limit == 0
            ? Task.FromResult(new List<T>())
            : StatementExecutor.ExecuteAsync(
                session,
                SelectionStatement.Rows(session.Database, table, selection.Elements, query, distinct),
                new SelectionReader<T>(selection.Read),
                cancellationToken);

    public static async Task<T> AggregateAsync<T>(
        IDatabaseSession session, Table table, Selection<T> selection, Filter? where, CancellationToken cancellationToken)
    {
        var call = SelectionStatement.Groups(session.Database, table, keys: [], selection.Elements, having: null, new(where));
        var results = await StatementExecutor.ExecuteAsync(session, call, new SelectionReader<T>(selection.Read), cancellationToken).ConfigureAwait(false);
        return results[0];
    }

    public static Task<List<(TKey Key, TValue Value)>> GroupByAsync<TKey, TValue>(
        IDatabaseSession session,
        Table table,
        Selection<TKey> keys,
        Selection<TValue> values,
        Filter? having,
        Query query,
        CancellationToken cancellationToken)
        => query.Limit == 0
            ? Task.FromResult(new List<(TKey, TValue)>())
            : StatementExecutor.ExecuteAsync(
                session,
                SelectionStatement.Groups(session.Database, table, keys.Elements, values.Elements, having, query),
                new SelectionReader<(TKey, TValue)>(row => (keys.Read(row), values.Read(row.Skip(keys.Elements.Length)))),
                cancellationToken);
}
