namespace Pod.Runtime;

/// <summary>One sign-in of the user is void.</summary>
/// <param name="authId">The sign-in, as in <see cref="AuthenticationInfo.AuthId"/>.</param>
public sealed class RevokedAuthId(string authId) : AuthenticationRevocation
{
    /// <summary>The sign-in.</summary>
    public string AuthId { get; } = authId;
}
