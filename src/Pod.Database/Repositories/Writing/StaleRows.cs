using Pod.Database.Filters;

namespace Pod.Database.Repositories;

/// <summary>Tells rows that were changed by somebody else from rows that are gone.</summary>
internal static class StaleRows
{
    /// <param name="session">Where to look.</param>
    /// <param name="table">The table of the rows.</param>
    /// <param name="missed">The rows that a write did not find; without concurrency token they can only be gone.</param>
    /// <param name="cancellationToken">Cancels the statement on the server.</param>
    /// <exception cref="StaleRowException">One of them exists.</exception>
    public static async Task RequireNoneAsync<TRow, TId>(
        IDatabaseSession session, Table<TRow, TId> table, IReadOnlyCollection<TId> missed, CancellationToken cancellationToken)
        where TRow : class, ITableRow<TId>
        where TId : struct, IEquatable<TId>
    {
        if (table.Token is null || missed.Count == 0)
        {
            return;
        }

        var ids = MembershipFilter.Of(table.Id, table.IdStorage, missed.Select(static id => (TId?)id), isNegated: false);
        var found = await RowReads.FindAsync(session, table, include: null, new(ids), cancellationToken).ConfigureAwait(false);
        if (found.Count > 0)
        {
            throw StaleRowException.Of<TRow, TId>(table, found.Select(static row => row.Id));
        }
    }
}
