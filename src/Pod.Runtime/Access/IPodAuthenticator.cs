namespace Pod.Runtime;

/// <summary>Says who the bearer of a token is. Register one as a service; any lifetime will do, a scoped one belongs to the call.</summary>
/// <remarks>Asked once per call or stream opening that brings a token. What it throws is a failure of the server, not of the caller.</remarks>
/// <example><code>builder.Services.AddScoped&lt;IPodAuthenticator, TokenAuthenticator>();</code></example>
public interface IPodAuthenticator
{
    /// <summary>Looks a token up.</summary>
    /// <param name="session">The session of the call, for the database and other services.</param>
    /// <param name="token">What followed <c>Bearer</c>, or the decoded text that followed <c>Basic</c>.</param>
    /// <returns>Who it is, or null for a token that is not valid.</returns>
    ValueTask<AuthenticationInfo?> AuthenticateAsync(Session session, string token);
}
