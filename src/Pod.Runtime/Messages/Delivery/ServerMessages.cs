using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Pod.Protocol;
using Pod.Runtime.Access;
using Pod.Runtime.Diagnostics;
using Pod.Runtime.Distribution;

namespace Pod.Runtime.Messages.Delivery;

/// <summary>
/// The messages of this server: to its own subscribers at once, and through the backplane to and from other servers. A channel is followed on the
/// backplane while somebody here listens to it.
/// </summary>
internal sealed class ServerMessages : IDisposable
{
    private readonly IMessageBackplane? _backplane;
    private readonly OutgoingMessages? _outgoing;
    private readonly ModelRegistry _models;
    private readonly ILogger _logger;
    private readonly SemaphoreSlim _following = new(1);
    private readonly HashSet<string> _followed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Channel, Guid Origin), ReplayWindow> _windows = new();

    /// <param name="local">The subscriptions of this server.</param>
    /// <param name="backplane">What carries messages to other servers; null for nothing.</param>
    /// <param name="options">The settings.</param>
    /// <param name="models">The models of the application.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log.</param>
    public ServerMessages(
        LocalMessages local, IMessageBackplane? backplane, PodMessagingOptions options, ModelRegistry models, TimeProvider time, ILogger logger)
    {
        Local = local;
        Options = options;
        _backplane = backplane;
        _outgoing = backplane is null ? null : new OutgoingMessages(backplane, options, time);
        _models = new ModelRegistry([ModelType.ServerOnly<RevocationMessage>()], models);
        _logger = logger;
        Revocations = new Revocations(this, time, logger);
        ReachesOthers = backplane is not null;
    }

    public LocalMessages Local { get; }

    public PodMessagingOptions Options { get; }

    public Revocations Revocations { get; }

    /// <summary>Whether a message may ask to go to all servers. The messages of a test go nowhere, but what they may ask is up to the application.</summary>
    public bool ReachesOthers { get; init; }

    public async Task StartAsync()
    {
        if (_backplane is not null)
        {
            _backplane.Start(Receive, NoteGap);
            await Revocations.StartAsync().ConfigureAwait(false);
        }
    }

    public Task PostAsync(string channel, IPodModel message, MessageScope scope)
    {
        var json = scope == MessageScope.Local || _backplane is not { IsActive: true } ? null : _outgoing!.Encode(message);
        Local.Post(channel, message);
        return json is null ? Task.CompletedTask : _outgoing!.SendAsync(channel, json);
    }

    /// <summary>Sends a message to the other servers only.</summary>
    public Task SendAsync(string channel, IPodModel message)
        => _backplane is { IsActive: true } ? _outgoing!.SendAsync(channel, _outgoing.Encode(message)) : Task.CompletedTask;

    /// <summary>Subscribes to a channel on the backplane, or ends that, as its listeners here want it by now.</summary>
    public async Task FollowAsync(string channel)
    {
        if (_backplane is null)
        {
            return;
        }

        await _following.WaitAsync().ConfigureAwait(false);
        try
        {
            if (!Local.HasReceivers(channel))
            {
                if (_followed.Remove(channel))
                {
                    await _backplane.UnsubscribeAsync(channel).ConfigureAwait(false);
                    Forget(channel);
                }
            }
            else if (_followed.Add(channel))
            {
                await _backplane.SubscribeAsync(channel).ConfigureAwait(false);
            }
        }
        finally
        {
            _following.Release();
        }
    }

    public void Dispose()
    {
        Revocations.Dispose();
        _outgoing?.Dispose();
        _following.Dispose();
    }

    private void Receive(string channel, ReadOnlyMemory<byte> bytes)
    {
        if (!MessageFrame.TryRead(bytes, out var frame))
        {
            _logger.MessageUnreadable(null, channel);
            return;
        }

        if (frame.Origin == _outgoing!.Origin)
        {
            return;
        }

        var window = _windows.GetOrAdd((channel, frame.Origin), static _ => new ReplayWindow());
        lock (window)
        {
            if (!window.TryAdd(frame.Number))
            {
                return;
            }
        }

        using var activity = RuntimeActivities.StartReceive(frame.Trace);
        RuntimeMeters.MessageReceived();
        try
        {
            Local.Deliver(channel, _models.Decode(frame.Json.Span, JsonAudience.Everything));
        }
        catch (PodJsonException e)
        {
            // A server of another version may post what this one does not know.
            _logger.MessageUnreadable(e, channel);
        }
    }

    private void NoteGap()
    {
        RuntimeMeters.GapNoted();
        _logger.MessagesMissed();
        Local.NoteGap();
        Revocations.Repeat();
    }

    private void Forget(string channel)
    {
        foreach (var key in _windows.Keys.Where(key => key.Channel == channel))
        {
            _windows.TryRemove(key, out _);
        }
    }
}
