using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pod.Database;
using Pod.Runtime.Diagnostics;
using Pod.Runtime.Messages.Delivery;
using Pod.Runtime.Sessions;

namespace Pod.Runtime;

/// <summary>One piece of work of the server: a call, a stream, or work that the application started itself.</summary>
/// <remarks>
/// The framework opens and closes sessions, except those from <see cref="ISessionFactory"/>. A closed session throws
/// <see cref="ObjectDisposedException"/>. A session belongs to one flow of work at a time; do not use it from several threads at once.
/// </remarks>
public abstract class Session : IDatabaseSession, IAsyncDisposable
{
    private readonly IServiceProvider _services;
    private readonly SessionResources _resources;
    private readonly SessionActivity _activity;
    private readonly long _startedAt;
    private readonly Lock _gate = new();
    private List<ClosingCallback>? _closing;
    private SessionMessages? _messages;
    private TimeSpan? _duration;
    private bool _isClosed;

    private protected Session(
        IServiceProvider services, string endpoint, string method, ActivityContext parent, SessionResources? resources = null)
    {
        _services = services;
        Endpoint = endpoint;
        Method = method;
        _resources = resources ?? services.GetRequiredService<SessionResources>().ForNewSession();
        Time = _resources.Time;
        _startedAt = Time.GetTimestamp();
        StartedAt = Time.GetUtcNow();
        SessionId = NewSessionId.At(StartedAt);
        services.GetRequiredService<CurrentSession>().Session = this;
        Logger = services.GetRequiredService<SessionLogger>().Logger;
        _activity = SessionActivity.Start(this, parent, Logger);
        _resources.Opened(this);
    }

    /// <summary>The session's own id; responses carry it in the header <c>x-pod-session-id</c>.</summary>
    public Guid SessionId { get; }

    /// <summary>The endpoint that was called, or the name that the application gave.</summary>
    public string Endpoint { get; }

    /// <summary>The method that was called; empty for work of the application itself.</summary>
    public string Method { get; }

    /// <summary>When the session began.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>How long the session has lasted, or lasted until it was closed.</summary>
    public TimeSpan Duration => _duration ?? Time.GetElapsedTime(_startedAt);

    /// <summary>The services of the session's scope.</summary>
    public IServiceProvider Services
    {
        get
        {
            ThrowIfClosed();
            return _services;
        }
    }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>Cancelled when the caller goes away or cancels, or when the server stops: for streams at once, for calls after <c>Pod:Http:StopTimeout</c>.</summary>
    public abstract CancellationToken CancellationToken { get; }

    /// <summary>The database; statements and transactions start at the session's <c>Db</c>.</summary>
    /// <exception cref="InvalidOperationException">The server has no database; the message names the configuration key.</exception>
    public PodDatabase Database
    {
        get
        {
            ThrowIfClosed();
            return _resources.Database;
        }
    }

    string? IDatabaseSession.QueryTag => Method.Length == 0 ? Endpoint : $"{Endpoint}.{Method}";

    /// <summary>The secrets of the running environment.</summary>
    public PodPasswords Passwords
    {
        get
        {
            ThrowIfClosed();
            return _services.GetRequiredService<PodPasswords>();
        }
    }

    /// <summary>Who calls; null for somebody unknown. Known before the method starts.</summary>
    public AuthenticationInfo? Authenticated { get; private set; }

    /// <summary>Whether it is known who calls.</summary>
    public bool IsUserSignedIn => Authenticated is not null;

    /// <summary>Messages to and from other sessions.</summary>
    public IMessageBus Messages
    {
        get
        {
            ThrowIfClosed();
            lock (_gate)
            {
                return _messages ??= new SessionMessages(_resources.Messages, Logger);
            }
        }
    }

    /// <summary>The caches.</summary>
    public PodCaches Caches
    {
        get
        {
            ThrowIfClosed();
            return _resources.Caches;
        }
    }

    /// <summary>One free slot for whatever the application wants to keep during the session.</summary>
    public object? UserObject { get; set; }

    internal ILogger Logger { get; }

    internal SessionResources Resources => _resources;

    internal bool IsClosed => _isClosed;

    /// <summary>Replaces the identity for the rest of this session; null signs out. What was checked already is not checked again.</summary>
    public void UpdateAuthenticated(AuthenticationInfo? info)
    {
        ThrowIfClosed();
        Authenticated = info;
    }

    /// <summary>Writes to the log, within the session's logging scope.</summary>
    /// <param name="message">The text.</param>
    /// <param name="level">How bad it is.</param>
    /// <param name="exception">What was thrown.</param>
    /// <param name="metadata">Names and values that belong to this entry alone.</param>
    public void Log(
        string message, LogLevel level = LogLevel.Information, Exception? exception = null, IReadOnlyDictionary<string, object?>? metadata = null)
    {
        ThrowIfClosed();
        using (metadata is null ? null : Logger.BeginScope(metadata))
        {
            Logger.SessionMessage(level, exception, message);
        }
    }

    /// <summary>Writes to the log what somebody has to look at: a critical entry with an event of its own, <c>SessionAlert</c>.</summary>
    public void Alert(string message)
    {
        ThrowIfClosed();
        Logger.SessionAlert(message);
    }

    /// <summary>Runs a callback when the session closes, in the order of the calls. Dispose the result to take it back.</summary>
    public IDisposable OnClosing(Func<Session, Task> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        lock (_gate)
        {
            ThrowIfClosed();
            var closing = new ClosingCallback(callback);
            (_closing ??= []).Add(closing);
            return closing;
        }
    }

    /// <summary>Closes the session. Doing so twice is harmless.</summary>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        List<ClosingCallback>? closing;
        lock (_gate)
        {
            if (_duration is not null)
            {
                return;
            }

            _duration = Time.GetElapsedTime(_startedAt);
            closing = _closing;
        }

        for (var i = 0; i < closing?.Count; i++)
        {
            await RunAsync(closing[i]).ConfigureAwait(false);
        }

        lock (_gate)
        {
            _isClosed = true;
        }

        if (_messages is not null)
        {
            await _messages.DisposeAsync().ConfigureAwait(false);
        }

        _activity.Dispose();
        await CloseAsync().ConfigureAwait(false);
    }

    internal void Failed(Exception exception) => _activity.Failed(exception);

    private protected virtual ValueTask CloseAsync() => ValueTask.CompletedTask;

    private protected void ThrowIfClosed() => ObjectDisposedException.ThrowIf(_isClosed, this);

    private async Task RunAsync(ClosingCallback callback)
    {
        try
        {
            await callback.RunAsync(this).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // One callback's failure, whatever it is, must not keep the others from running.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Logger.ClosingFailed(e, SessionId);
        }
    }
}
