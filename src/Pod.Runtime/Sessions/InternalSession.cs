using Microsoft.Extensions.DependencyInjection;
using Pod.Runtime.Sessions;

namespace Pod.Runtime;

/// <summary>The session of work that the application starts itself. It ends when it is disposed.</summary>
public sealed class InternalSession : Session
{
    private readonly AsyncServiceScope _scope;

    internal InternalSession(
        AsyncServiceScope scope, string name, CancellationToken cancellationToken, SessionResources? resources = null, IServiceProvider? services = null)
        : base(services ?? scope.ServiceProvider, name, "", default, resources)
    {
        _scope = scope;
        CancellationToken = cancellationToken;
    }

    /// <summary>The token that was given when the session was made.</summary>
    public override CancellationToken CancellationToken { get; }

    private protected override ValueTask CloseAsync() => _scope.DisposeAsync();
}
