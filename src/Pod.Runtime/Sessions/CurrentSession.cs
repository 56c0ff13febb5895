namespace Pod.Runtime.Sessions;

/// <summary>The session of a scope, from which <see cref="Session"/> is served as a scoped service.</summary>
internal sealed class CurrentSession
{
    public Session? Session { get; set; }

    public Session Required => Session ?? throw new InvalidOperationException(
        "There is no session here: this scope belongs to no call. Create a session with ISessionFactory.CreateAsync() or RunAsync() "
        + "and take services from its Services.");
}
