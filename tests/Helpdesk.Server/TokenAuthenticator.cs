namespace Helpdesk.Server;

/// <summary>Knows one token.</summary>
public sealed class TokenAuthenticator : IPodAuthenticator
{
    public ValueTask<AuthenticationInfo?> AuthenticateAsync(Session session, string token)
        => ValueTask.FromResult(token == "letmein" ? new AuthenticationInfo("7", [new Scope("support")], "token") : null);
}
