using ChatApp.Model;
using Pod.Runtime;

namespace ChatApp.Server;

public class AdminEndpoint : Endpoint
{
    public override ScopeSet RequiredScopes => [Scope.Admin];

    public override bool LogSessions => false;

    public override bool LogModelExceptions => true;

    public Task Fail(Session session) => throw new ChannelNotFound { ChannelId = 7 };

    public Task<string> Reset(Session session) => Task.FromResult("reset");

    public async IAsyncEnumerable<int> Watch(Session session)
    {
        yield return 1;
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, session.CancellationToken);
    }
}
