using Pod.Client;

namespace Pod.Redis.Tests.Support;

/// <summary>Credentials that never change.</summary>
internal sealed class FixedToken(string token) : IPodAuthProvider
{
    public ValueTask<string?> GetAuthorizationAsync(CancellationToken cancellationToken) => new($"Bearer {token}");
}
