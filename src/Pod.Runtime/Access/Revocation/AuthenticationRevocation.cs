namespace Pod.Runtime;

/// <summary>What a user has lost: everything, one sign-in, or some scopes.</summary>
public abstract class AuthenticationRevocation
{
    private protected AuthenticationRevocation()
    {
    }
}
