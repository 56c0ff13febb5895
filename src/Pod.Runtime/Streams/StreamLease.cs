using Pod.Protocol;
using Pod.Runtime.Access;
using Pod.Runtime.Messages;

namespace Pod.Runtime.Streams;

/// <summary>What the server may end a call for: its caller loses the sign-in or a scope that the call needs, or it has lasted long enough.</summary>
internal sealed class StreamLease : IMessageReceiver, IDisposable
{
    private readonly StreamCall _call;
    private readonly StreamServices _services;
    private readonly Session _session;
    private readonly Endpoint _endpoint;
    private readonly MethodRules _rules;
    private readonly string? _channel;
    private readonly ITimer? _timer;

    public StreamLease(StreamCall call, StreamServices services, Session session, Endpoint endpoint, MethodRules rules)
    {
        _call = call;
        _services = services;
        _session = session;
        _endpoint = endpoint;
        _rules = rules;
        if (session.Authenticated is { } caller && services.Access.DependsOn(endpoint, rules, lostScopes: null))
        {
            _channel = RevocationMessage.ChannelOf(caller.UserIdentifier);
            services.Messages.Add(_channel, this);
        }

        if (services.Options.Streams.MaxDuration is { } longest)
        {
            _timer = services.Time.CreateTimer(static state => ((StreamCall)state!).CloseByServer(), call, longest, Timeout.InfiniteTimeSpan);
        }
    }

    public void Receive(IPodModel message)
    {
        var isLost = ((RevocationMessage)message).Revocation switch
        {
            RevokedAuthId signIn => _session.Authenticated?.AuthId == signIn.AuthId,
            RevokedScopes lost => _services.Access.DependsOn(_endpoint, _rules, lost.Scopes),
            _ => true,
        };
        if (isLost)
        {
            _call.CloseByServer();
        }
    }

    public void Dispose()
    {
        _timer?.Dispose();
        if (_channel is not null)
        {
            _services.Messages.Remove(_channel, this);
        }
    }
}
