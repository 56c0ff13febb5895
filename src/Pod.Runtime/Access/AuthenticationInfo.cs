namespace Pod.Runtime;

/// <summary>Who a caller is. Unchangeable.</summary>
public sealed class AuthenticationInfo
{
    /// <summary>Makes the identity of a caller.</summary>
    /// <param name="userIdentifier">The user, in the words of the application's user table.</param>
    /// <param name="scopes">What the user may do.</param>
    /// <param name="authId">The sign-in that the token belongs to; one user may have several.</param>
    /// <exception cref="ArgumentException">The user identifier is empty.</exception>
    public AuthenticationInfo(string userIdentifier, ScopeSet scopes, string authId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(userIdentifier);
        ArgumentNullException.ThrowIfNull(scopes);
        ArgumentNullException.ThrowIfNull(authId);
        UserIdentifier = userIdentifier;
        Scopes = scopes;
        AuthId = authId;
    }

    /// <summary>The user.</summary>
    public string UserIdentifier { get; }

    /// <summary>What the user may do.</summary>
    public ScopeSet Scopes { get; }

    /// <summary>The sign-in.</summary>
    public string AuthId { get; }
}
