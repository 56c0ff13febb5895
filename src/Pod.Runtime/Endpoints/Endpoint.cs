namespace Pod.Runtime;

/// <summary>Base of every endpoint. Its public methods that take a <see cref="Session"/> first and return a task or a stream can be called.</summary>
/// <remarks>Created for each call by dependency injection, so constructor parameters are services of that call's scope.</remarks>
/// <example><code>
/// public class GreetingEndpoint : Endpoint
/// {
///     public async Task&lt;string> Hello(Session session, string name) => $"Hello {name}";
/// }
/// </code></example>
public abstract class Endpoint
{
    /// <summary>Whether only signed-in callers may call. Methods add to it with <c>[RequireLogin]</c>.</summary>
    /// <value>False by default.</value>
    public virtual bool RequireLogin => false;

    /// <summary>The scopes that callers need, all of them; any implies a login. Methods add to them with <c>[RequireScopes]</c>.</summary>
    /// <value>None by default.</value>
    public virtual ScopeSet RequiredScopes => ScopeSet.Empty;

    /// <summary>Whether sessions of this endpoint are logged.</summary>
    /// <value>True by default.</value>
    public virtual bool LogSessions => true;

    /// <summary>Whether texts and bytes are sent as they are, instead of as JSON.</summary>
    /// <value>False by default.</value>
    public virtual bool SendAsRaw => false;

    /// <summary>Whether model exceptions that callers get are logged as errors rather than as information.</summary>
    /// <value>False by default.</value>
    public virtual bool LogModelExceptions => false;
}
