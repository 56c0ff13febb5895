using Pod.Protocol;

namespace Pod.Runtime.Messages;

/// <summary>Something that takes the messages of a channel.</summary>
internal interface IMessageReceiver
{
    void Receive(IPodModel message);
}
