using Pod.Runtime;

namespace Pod.Testing;

/// <summary>Who calls. Unchangeable.</summary>
public sealed class AuthOverride
{
    private AuthOverride(AuthenticationInfo? identity, string? token)
    {
        Identity = identity;
        GivenToken = token;
    }

    /// <summary>Nobody that the server knows.</summary>
    public static AuthOverride Anonymous { get; } = new(null, null);

    internal AuthenticationInfo? Identity { get; }

    internal string? GivenToken { get; }

    /// <summary>A signed-in user; the application's authenticator is not asked.</summary>
    /// <param name="userIdentifier">The user, in the words of the application's user table.</param>
    /// <param name="scopes">What the user may do.</param>
    public static AuthOverride SignedIn(string userIdentifier, params Scope[] scopes) => SignedIn(userIdentifier, Guid.NewGuid().ToString("N"), scopes);

    /// <summary>A signed-in user with a sign-in of a known id.</summary>
    /// <param name="userIdentifier">The user, in the words of the application's user table.</param>
    /// <param name="authId">The sign-in.</param>
    /// <param name="scopes">What the user may do.</param>
    public static AuthOverride SignedIn(string userIdentifier, string authId, params Scope[] scopes)
        => new(new AuthenticationInfo(userIdentifier, ScopeSet.Create(scopes), authId), null);

    /// <summary>A token that takes the real way through the application's <see cref="IPodAuthenticator"/>.</summary>
    public static AuthOverride Token(string token)
    {
        ArgumentException.ThrowIfNullOrEmpty(token);
        return new AuthOverride(null, token);
    }
}
