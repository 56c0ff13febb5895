using Pod.Protocol.Streams;

namespace Pod.Client.Streams;

/// <summary>An input stream that a call was given.</summary>
internal abstract class ClientInput(string name)
{
    public string Name => name;

    /// <summary>Sends the items until there are no more; ends with the exception of the enumeration where that fails.</summary>
    public abstract Task SendAsync(ClientSocket socket, StreamAddress address, FrameLane lane, CancellationToken cancellationToken);
}
