using Microsoft.Extensions.Logging;
using Pod.Protocol;
using Pod.Runtime.Diagnostics;
using Pod.Runtime.Messages.Delivery;

namespace Pod.Runtime.Access;

/// <summary>
/// Carries revocations to the streams of their users on every server. A message can be lost while the connection between servers is; so each server
/// repeats its own for some minutes, and a repetition leaves streams alone that were opened after the revocation.
/// </summary>
internal sealed class Revocations(ServerMessages messages, TimeProvider time, ILogger logger) : IMessageReceiver, IDisposable
{
    private const string Channel = "pod.revoked";
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly Queue<RevocationMessage> _recent = new();
    private ITimer? _timer;

    public async Task StartAsync()
    {
        messages.Local.Add(Channel, this);
        await messages.FollowAsync(Channel).ConfigureAwait(false);
        _timer = time.CreateTimer(static state => ((Revocations)state!).Repeat(), this, Interval, Interval);
    }

    public Task PostAsync(string user, AuthenticationRevocation revocation)
    {
        var message = new RevocationMessage(user, revocation);
        messages.Local.Post(RevocationMessage.ChannelOf(user), message);
        if (_timer is null)
        {
            return Task.CompletedTask;
        }

        lock (_gate)
        {
            _recent.Enqueue(new RevocationMessage(user, revocation, time.GetUtcNow()));
            if (_recent.Count > MostRemembered)
            {
                _recent.Dequeue();
            }
        }

        return SendAsync(message);
    }

    /// <summary>Sends again what was revoked lately.</summary>
    public void Repeat()
    {
        RevocationMessage[] recent;
        lock (_gate)
        {
            while (_recent.TryPeek(out var oldest) && time.GetUtcNow() - oldest.RepeatedFrom >= Remembered)
            {
                _recent.Dequeue();
            }

            recent = [.. _recent];
        }

        _ = RepeatAsync(recent);
    }

    public void Receive(IPodModel message)
    {
        var revocation = (RevocationMessage)message;
        messages.Local.Deliver(RevocationMessage.ChannelOf(revocation.User), revocation);
    }

    public void NoteGap()
    {
        // The other servers repeat what was missed.
    }

    public void Dispose() => _timer?.Dispose();

    private async Task RepeatAsync(RevocationMessage[] recent)
    {
        foreach (var message in recent)
        {
            await SendAsync(message).ConfigureAwait(false);
        }
    }

    private async Task SendAsync(RevocationMessage message)
    {
        try
        {
            await messages.SendAsync(Channel, message).ConfigureAwait(false);
        }
        catch (MessageNotSentException e)
        {
            // It is sent again later.
            logger.RevocationDelayed(e);
        }
    }
}
