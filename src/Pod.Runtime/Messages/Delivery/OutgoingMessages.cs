using System.Diagnostics;
using Pod.Protocol;
using Pod.Runtime.Diagnostics;
using Pod.Runtime.Distribution;

namespace Pod.Runtime.Messages.Delivery;

/// <summary>Sends messages to the other servers: one at a time, so that they keep their order while one of them is tried again.</summary>
internal sealed class OutgoingMessages(IMessageBackplane backplane, PodMessagingOptions options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly SemaphoreSlim _turn = new(1);
    private long _number;

    /// <summary>This server's name among the senders.</summary>
    public Guid Origin { get; } = Guid.NewGuid();

    /// <summary>Encodes a message.</summary>
    /// <exception cref="ArgumentException">It is too large.</exception>
    public byte[] Encode(IPodModel message)
    {
        var json = MessageFrame.Encode(message);
        return json.Length <= options.MaxMessageBytes ? json : throw new ArgumentException(
            $"The '{message.WireName}' has {json.Length} bytes, and Pod:Messaging:MaxMessageBytes is {options.MaxMessageBytes}. Post the id of a large "
            + "thing and let the receivers load it.",
            nameof(message));
    }

    /// <exception cref="MessageNotSentException">It could not be sent in time.</exception>
    public async Task SendAsync(string channel, byte[] json)
    {
        using var activity = RuntimeActivities.StartPublish();
        var started = time.GetTimestamp();
        using var patience = new CancellationTokenSource(options.PublishTimeout, time);
        var isSingleAttempt = options.PublishTimeout == TimeSpan.Zero;
        var cause = new BackplaneException("earlier messages are still waiting to be sent.");
        try
        {
            await _turn.WaitAsync(isSingleAttempt ? CancellationToken.None : patience.Token).ConfigureAwait(false);
            try
            {
                var frame = new MessageFrame(Origin, ++_number, (activity ?? Activity.Current)?.Id ?? "", json).ToBytes();
                while (true)
                {
                    try
                    {
                        await backplane.PublishAsync(channel, frame).ConfigureAwait(false);
                        RuntimeMeters.MessagePublished(time.GetElapsedTime(started));
                        return;
                    }
                    catch (BackplaneException e)
                    {
                        cause = e;
                    }

                    await Task.Delay(Pause, time, patience.Token).ConfigureAwait(false);
                }
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (OperationCanceledException)
        {
            activity?.SetStatus(ActivityStatusCode.Error);
            throw new MessageNotSentException(channel, cause);
        }
    }

    public void Dispose() => _turn.Dispose();
}
