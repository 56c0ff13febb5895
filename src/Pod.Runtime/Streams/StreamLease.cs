using Pod.Protocol;
using Pod.Runtime.Access;
using Pod.Runtime.Messages.Delivery;

namespace Pod.Runtime.Streams;

/// <summary>What the server may end a call for: its caller loses the sign-in or a scope that the call needs, or it has lasted long enough.</summary>
internal sealed class StreamLease : IMessageReceiver, IDisposable
{
    private readonly Action _close;
    private readonly StreamServices _services;
    private readonly Session _session;
    private readonly Endpoint _endpoint;
    private readonly MethodRules _rules;
    private readonly string? _channel;
    private readonly ITimer? _timer;

    public StreamLease(Action close, StreamServices services, Session session, Endpoint endpoint, MethodRules rules)
    {
        _close = close;
        _services = services;
        _session = session;
        _endpoint = endpoint;
        _rules = rules;
        if (session.Authenticated is { } caller && services.Access.DependsOn(endpoint, rules, lostScopes: null))
        {
            _channel = RevocationMessage.ChannelOf(caller.UserIdentifier);
            session.Resources.Messages.Local.Add(_channel, this);
        }

        if (services.Options.Streams.MaxDuration is { } longest)
        {
            _timer = session.Time.CreateTimer(static state => ((Action)state!)(), close, longest, Timeout.InfiniteTimeSpan);
        }
    }

    public void Receive(IPodModel message)
    {
        var revoked = (RevocationMessage)message;
        if (revoked.RepeatedFrom < _session.StartedAt)
        {
            return;
        }

        var isLost = revoked.Revocation switch
        {
            RevokedAuthId signIn => _session.Authenticated?.AuthId == signIn.AuthId,
            RevokedScopes lost => _services.Access.DependsOn(_endpoint, _rules, lost.Scopes),
            _ => true,
        };
        if (isLost)
        {
            _close();
        }
    }

    public void NoteGap()
    {
    }

    public void Dispose()
    {
        _timer?.Dispose();
        if (_channel is not null)
        {
            _session.Resources.Messages.Local.Remove(_channel, this);
        }
    }
}
