using System.Diagnostics;

namespace Pod.Runtime;

/// <summary>The session of one streaming call. It ends when the call's last stream has closed.</summary>
public sealed class StreamSession : Session
{
    internal StreamSession(
        IServiceProvider services, string endpoint, string method, ActivityContext parent, CancellationToken cancellationToken)
        : base(services, endpoint, method, parent) => CancellationToken = cancellationToken;

    /// <inheritdoc/>
    public override CancellationToken CancellationToken { get; }
}
