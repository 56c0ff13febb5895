using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pod.Protocol;

namespace Pod.Runtime.Messages.Delivery;

/// <summary>The subscriptions of this server.</summary>
internal class LocalMessages
{
    private readonly ConcurrentDictionary<string, ImmutableArray<IMessageReceiver>> _channels = new(StringComparer.Ordinal);

    public int ChannelCount => _channels.Count;

    public virtual void Post(string channel, IPodModel message)
    {
        if (HasReceivers(channel))
        {
            // The poster may go on changing its own object.
            Deliver(channel, message.DeepCopy());
        }
    }

    /// <summary>Hands out a message that belongs to nobody else.</summary>
    public void Deliver(string channel, IPodModel message)
    {
        foreach (var receiver in _channels.GetValueOrDefault(channel, []))
        {
            receiver.Receive(message);
        }
    }

    public void NoteGap()
    {
        foreach (var receiver in _channels.Values.SelectMany(static receivers => receivers))
        {
            receiver.NoteGap();
        }
    }

    public bool HasReceivers(string channel) => _channels.ContainsKey(channel);

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
