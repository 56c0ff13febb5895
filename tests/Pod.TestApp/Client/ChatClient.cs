using ChatApp.Model;
using Pod.Client;
using Pod.Protocol;

namespace ChatApp.Client;

public sealed class ChatClient : PodClient
{
    private static readonly ModelRegistry ClientModels = new([ModelType.Of<Channel>(), ModelType.Of<Message>(), ModelType.Of<ChannelNotFound>()]);

    public ChatClient(Uri serverUrl, PodClientOptions? options = null)
        : base(serverUrl, ClientModels, options)
    {
        Message = new MessageEndpointClient(this);
        Probe = new ProbeEndpointClient(this);
    }

    public MessageEndpointClient Message { get; }

    public ProbeEndpointClient Probe { get; }
}
