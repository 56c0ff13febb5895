namespace Pod.Runtime;

/// <summary>Who may call methods about which nothing is said.</summary>
public enum DefaultAccess
{
    /// <summary>Everybody.</summary>
    Open,

    /// <summary>Whoever is signed in, unless the method or its class is marked <c>[AllowAnonymous]</c>.</summary>
    SignedIn,
}
