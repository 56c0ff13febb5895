namespace Pod.Benchmarks.Rpc.Contenders;

/// <summary>Knows one token.</summary>
internal sealed class TokenAuthenticator : IPodAuthenticator
{
    public const string Token = "c2lnbmVkLWluLWFzLWFkYS1hbmQtbm9ib2R5LWVsc2U";

    private static readonly AuthenticationInfo Ada = new("ada", ScopeSet.Empty, "desk");

    public ValueTask<AuthenticationInfo?> AuthenticateAsync(Session session, string token) => ValueTask.FromResult(token == Token ? Ada : null);
}
