namespace Pod.Client;

/// <summary>Can also replace credentials that the server refused.</summary>
public interface IPodRefreshingAuthProvider : IPodAuthProvider
{
    /// <summary>Replaces the credentials. Calls that are refused at the same time share one refresh, and each is repeated once after it.</summary>
    /// <remarks>Calls made in here have to be marked <c>[UnauthenticatedClientCall]</c>; others would wait for themselves when they are refused.</remarks>
    /// <returns>Whether there are new credentials; without them the callers get the refusal.</returns>
    Task<bool> RefreshAsync();
}
