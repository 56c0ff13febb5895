using Pod.Runtime;

namespace ChatApp.Server;

/// <summary>Understands tokens like <c>ada</c> and <c>ada:editor,serverpod.admin</c>; the sign-in of <c>ada</c> is <c>ada@here</c>.</summary>
public sealed class TokenAuthenticator(Probe probe) : IPodAuthenticator
{
    public async ValueTask<AuthenticationInfo?> AuthenticateAsync(Session session, string token)
    {
        await Task.Yield();
        probe.Produce();
        if (token == "crash")
        {
            throw new InvalidOperationException("the inside");
        }

        var parts = token.Split(':');
        return token == "unknown"
            ? null
            : new AuthenticationInfo(
                parts[0], [.. parts.Skip(1).SelectMany(static list => list.Split(',')).Select(static name => new Scope(name))], $"{parts[0]}@here");
    }
}
