namespace Sample.Server.Endpoints;

/// <summary>Calls that leave something behind, so that it matters how often they run.</summary>
public class TownEndpoint : Endpoint
{
    /// <summary>Founds a town, each time another one.</summary>
    public Task Found(Session session, string name) => Town.Db.InsertRowAsync(session, new Town { Name = name });

    /// <summary>Founds a town unless there is one of this name.</summary>
    [IdempotentCall]
    public async Task Ensure(Session session, string name)
    {
        if (await Town.Db.FindFirstRowAsync(session, t => t.Name == name).ConfigureAwait(false) is null)
        {
            await Town.Db.InsertRowAsync(session, new Town { Name = name }).ConfigureAwait(false);
        }
    }

    /// <summary>Counts the towns of a name.</summary>
    [ReadOnlyCall]
    [UnauthenticatedClientCall]
    public Task<long> Count(Session session, string name) => Town.Db.CountAsync(session, t => t.Name == name);
}
