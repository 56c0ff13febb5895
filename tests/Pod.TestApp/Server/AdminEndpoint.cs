using Pod.Runtime;

namespace ChatApp.Server;

public class AdminEndpoint : Endpoint
{
    public override ScopeSet RequiredScopes => [Scope.Admin];

    public Task<string> Reset(Session session) => Task.FromResult("reset");

    public async IAsyncEnumerable<int> Watch(Session session)
    {
        yield return 1;
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, session.CancellationToken);
    }
}
