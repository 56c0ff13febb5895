using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Pod.Protocol;
using Pod.Runtime.Diagnostics;

namespace Pod.Runtime.Messages.Delivery;

/// <summary>One subscription: a bounded queue between those who post and the one who reads.</summary>
internal sealed class MessageSubscription<T> : IMessageSubscription<T>, IMessageReceiver
    where T : class, IPodModel
{
    private readonly string _channel;
    private readonly MessageSubscriptionOptions _options;
    private readonly int _capacity;
    private readonly bool _skipsOtherTypes;
    private readonly ILogger _logger;
    private readonly Action<MessageSubscription<T>> _onDisposed;

    // A null stands where messages may be missing.
    private readonly Channel<T?> _queue;

    public MessageSubscription(
        string channel, MessageSubscriptionOptions options, PodMessagingOptions defaults, bool skipsOtherTypes, ILogger logger,
        Action<MessageSubscription<T>> onDisposed)
    {
        _channel = channel;
        _options = options;
        _capacity = options.Capacity ?? defaults.QueueLength;
        _skipsOtherTypes = skipsOtherTypes;
        _logger = logger;
        _onDisposed = onDisposed;
        _queue = System.Threading.Channels.Channel.CreateBounded<T?>(new BoundedChannelOptions(_capacity)
        {
            SingleReader = true,
            FullMode = (options.Overflow ?? defaults.Overflow) switch
            {
                MessageOverflow.DropOldest => BoundedChannelFullMode.DropOldest,
                MessageOverflow.DropNewest => BoundedChannelFullMode.DropWrite,
                _ => BoundedChannelFullMode.Wait,
            },
        }, static _ => RuntimeMeters.MessageDropped());
    }

    public void Receive(IPodModel message)
    {
        if (message is not T typed)
        {
            ReceiveOther(message);
        }
        else
        {
            Enqueue(typed);
        }
    }

    public void NoteGap()
    {
        if (_options.OnGap is not null)
        {
            Enqueue(null);
        }

        if (_options.Gap == MessageGap.Throw)
        {
            _queue.Writer.TryComplete(new MessageGapException(_channel));
        }
    }

    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        while (await _queue.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            while (_queue.Reader.TryRead(out var message))
            {
                if (message is not null)
                {
                    yield return message;
                }
                else
                {
                    await _options.OnGap!().ConfigureAwait(false);
                }
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        _onDisposed(this);
        _queue.Writer.TryComplete();
        return ValueTask.CompletedTask;
    }

    private void Enqueue(T? message)
    {
        if (!_queue.Writer.TryWrite(message) && _queue.Writer.TryComplete(new MessageOverflowException(_channel, _capacity)))
        {
            RuntimeMeters.MessageDropped();
            _logger.ListenerOverflowed(_channel, typeof(T).Name);
        }
    }

    private void ReceiveOther(IPodModel message)
    {
        if (_skipsOtherTypes)
        {
            _logger.MessageSkipped(_channel, typeof(T).Name, message.WireName);
        }
        else
        {
            _queue.Writer.TryComplete(new MessageTypeException(_channel, typeof(T).Name, message.WireName));
        }
    }
}
