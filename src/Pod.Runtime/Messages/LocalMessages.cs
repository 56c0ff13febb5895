using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pod.Protocol;

namespace Pod.Runtime.Messages;

/// <summary>The subscriptions of this server.</summary>
internal class LocalMessages
{
    private readonly ConcurrentDictionary<string, ImmutableArray<IMessageReceiver>> _channels = new(StringComparer.Ordinal);

    public int ChannelCount => _channels.Count;

    public virtual void Post(string channel, IPodModel message)
    {
        if (!_channels.TryGetValue(channel, out var receivers))
        {
            return;
        }

        // The poster may go on changing its own object.
        var copy = message.DeepCopy();
        foreach (var receiver in receivers)
        {
            receiver.Receive(copy);
        }
    }

    public void Add(string channel, IMessageReceiver receiver)
        => _channels.AddOrUpdate(channel, static (_, added) => [added], static (_, present, added) => present.Add(added), receiver);

    public void Remove(string channel, IMessageReceiver receiver)
    {
        while (_channels.TryGetValue(channel, out var present))
        {
            var rest = present.Remove(receiver);
            var isDone = rest.IsEmpty
                ? _channels.TryRemove(new KeyValuePair<string, ImmutableArray<IMessageReceiver>>(channel, present))
                : _channels.TryUpdate(channel, rest, present);
            if (isDone)
            {
                return;
            }
        }
    }
}
