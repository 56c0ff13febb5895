using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Pod.Protocol;
using Pod.Runtime.Diagnostics;

namespace Pod.Runtime.Messages;

/// <summary>One subscription: a bounded queue between those who post and the one who reads.</summary>
internal sealed class MessageSubscription<T> : IMessageSubscription<T>, IMessageReceiver
    where T : class, IPodModel
{
    private readonly string _channel;
    private readonly MessageSubscriptionOptions _options;
    private readonly bool _skipsOtherTypes;
    private readonly ILogger _logger;
    private readonly Action<MessageSubscription<T>> _onDisposed;
    private readonly Channel<T> _queue;

    public MessageSubscription(
        string channel, MessageSubscriptionOptions options, bool skipsOtherTypes, ILogger logger, Action<MessageSubscription<T>> onDisposed)
    {
        _channel = channel;
        _options = options;
        _skipsOtherTypes = skipsOtherTypes;
        _logger = logger;
        _onDisposed = onDisposed;
        _queue = System.Threading.Channels.Channel.CreateBounded<T>(new BoundedChannelOptions(options.Capacity)
        {
            SingleReader = true,
            FullMode = options.Overflow switch
            {
                MessageOverflow.DropOldest => BoundedChannelFullMode.DropOldest,
                MessageOverflow.DropNewest => BoundedChannelFullMode.DropWrite,
                _ => BoundedChannelFullMode.Wait,
            },
        });
    }

    public void Receive(IPodModel message)
    {
        if (message is not T typed)
        {
            ReceiveOther(message);
        }
        else if (!_queue.Writer.TryWrite(typed)
            && _queue.Writer.TryComplete(new MessageOverflowException(_channel, _options.Capacity)))
        {
            _logger.ListenerOverflowed(_channel, typeof(T).Name);
        }
    }

    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        while (await _queue.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            while (_queue.Reader.TryRead(out var message))
            {
                yield return message;
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        _onDisposed(this);
        _queue.Writer.TryComplete();
        return ValueTask.CompletedTask;
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
