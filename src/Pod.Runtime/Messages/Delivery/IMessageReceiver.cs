using Pod.Protocol;

namespace Pod.Runtime.Messages.Delivery;

/// <summary>Something that takes the messages of a channel.</summary>
internal interface IMessageReceiver
{
    void Receive(IPodModel message);

    /// <summary>Messages of other servers may have been missed.</summary>
    void NoteGap();
}
