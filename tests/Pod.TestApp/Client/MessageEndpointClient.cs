using ChatApp.Model;
using Pod.Client;
using Pod.Protocol;

namespace ChatApp.Client;

public class MessageEndpointClient(PodClient client) : EndpointClient(client, "message")
{
    private static readonly JsonCodec<List<Message>> MessagesJson = PodJson.List(PodJson.Model<Message>());

    public Task<Message> PostAsync(long channelId, string author, string text, CancellationToken cancellationToken = default)
        => CallAsync(
            "post",
            new CallArguments().Add("channelId", PodJson.Int64, channelId).Add("author", PodJson.String, author).Add("text", PodJson.String, text),
            PodJson.Model<Message>(), cancellationToken);

    public Task<List<Message>> LatestAsync(long channelId, int limit = 50, CancellationToken cancellationToken = default)
        => CallAsync(
            "latest", new CallArguments().Add("channelId", PodJson.Int64, channelId).Add("limit", PodJson.Int32, limit), MessagesJson, cancellationToken);

    public IAsyncEnumerable<Message> WatchAsync(long channelId, CancellationToken cancellationToken = default)
        => StreamAsync("watch", new CallArguments().Add("channelId", PodJson.Int64, channelId), PodJson.Model<Message>(), cancellationToken);

    public IAsyncEnumerable<string> ShoutAsync(IAsyncEnumerable<string> lines, CancellationToken cancellationToken = default)
        => StreamAsync("shout", new CallArguments().AddStream("lines", PodJson.String, lines), PodJson.String, cancellationToken);
}
