namespace Pod.Client;

/// <summary>Knows the credentials of the current user. Used from several threads at once.</summary>
public interface IPodAuthProvider
{
    /// <summary>Gives the value of the <c>Authorization</c> header, for example <c>Bearer …</c>; null to call without.</summary>
    /// <param name="cancellationToken">Cancelled with the call that asks.</param>
    ValueTask<string?> GetAuthorizationAsync(CancellationToken cancellationToken);
}
