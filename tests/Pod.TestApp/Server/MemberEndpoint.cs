using System.Runtime.CompilerServices;
using Pod.Runtime;

namespace ChatApp.Server;

/// <summary>For signed-in callers; some methods want more.</summary>
public class MemberEndpoint(Probe probe) : Endpoint
{
    public override bool RequireLogin => true;

    public Task<string> Name(Session session, int number = 0)
        => Task.FromResult($"{session.Authenticated!.UserIdentifier} {session.Authenticated.AuthId} {session.IsUserSignedIn} {number}");

    public Task<string?> Rename(Session session, string name)
    {
        session.UpdateAuthenticated(name.Length == 0 ? null : new AuthenticationInfo(name, [], ""));
        return Task.FromResult(session.Authenticated?.UserIdentifier);
    }

    public async IAsyncEnumerable<int> Watch(Session session, int number, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        probe.Watch(session);
        yield return number;
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
    }

    public async IAsyncEnumerable<int> Stubborn(Session session)
    {
        probe.Watch(session);
        yield return 1;
        await probe.WaitAsync("stubborn ends");
    }
}
