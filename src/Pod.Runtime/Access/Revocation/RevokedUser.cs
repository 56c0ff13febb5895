namespace Pod.Runtime;

/// <summary>All sign-ins of the user are void.</summary>
public sealed class RevokedUser : AuthenticationRevocation;
