using ChatApp.Model;
using Pod.Client;
using Pod.Protocol;

namespace ChatApp.Client;

public sealed class ChatClient : PodClient
{
    private static readonly ModelRegistry ClientModels = new([ModelType.Of<Channel>(), ModelType.Of<Message>(), ModelType.Of<ChannelNotFound>()]);

    public ChatClient(Uri serverUrl, PodClientOptions? options = null)
        : base(serverUrl, ClientModels, "0123456789abcdef", options)
    {
        Member = new MemberEndpointClient(this);
        Message = new MessageEndpointClient(this);
        Probe = new ProbeEndpointClient(this);
    }

    public MemberEndpointClient Member { get; }

    public MessageEndpointClient Message { get; }

    public ProbeEndpointClient Probe { get; }
}
