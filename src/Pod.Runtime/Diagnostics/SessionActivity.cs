using System.Collections;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Pod.Runtime.Diagnostics;

/// <summary>A session's activity and logging scope. It is itself the state of that scope.</summary>
internal sealed class SessionActivity : IReadOnlyList<KeyValuePair<string, object?>>, IDisposable
{
    private readonly Session _session;
    private Activity? _activity;
    private IDisposable? _scope;

    private SessionActivity(Session session) => _session = session;

    public int Count => 3;

    public KeyValuePair<string, object?> this[int index] => index switch
    {
        0 => new("SessionId", _session.SessionId),
        1 => new("Endpoint", _session.Endpoint),
        2 => new("Method", _session.Method),
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    public static SessionActivity Start(Session session, ActivityContext parent, ILogger logger)
    {
        var started = new SessionActivity(session) { _activity = RuntimeActivities.Start(session, parent) };
        started._scope = logger.BeginScope(started);
        return started;
    }

    public void Failed(Exception exception)
    {
        _activity?.SetStatus(ActivityStatusCode.Error);
        _activity?.SetTag("error.type", exception.GetType().FullName);
    }

    public void Dispose()
    {
        _scope?.Dispose();
        _activity?.Dispose();
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    public override string ToString() => $"{_session.Endpoint}/{_session.Method} {_session.SessionId}";

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
