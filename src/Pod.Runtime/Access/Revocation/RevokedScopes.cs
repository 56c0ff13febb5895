namespace Pod.Runtime;

/// <summary>The user has lost scopes.</summary>
/// <param name="scopes">The scopes.</param>
public sealed class RevokedScopes(ScopeSet scopes) : AuthenticationRevocation
{
    /// <summary>The scopes.</summary>
    public ScopeSet Scopes { get; } = scopes;
}
