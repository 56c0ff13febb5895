using Pod.Client;
using Pod.Protocol;

namespace ChatApp.Client;

public class MemberEndpointClient(PodClient client) : EndpointClient(client, "member")
{
    public Task<string> NameAsync(CancellationToken cancellationToken = default)
        => CallAsync("name", new CallArguments(), PodJson.String, cancellationToken);

    public Task<string> NameWithoutCredentialsAsync(CancellationToken cancellationToken = default)
        => CallAsync("name", new CallArguments(CallTraits.Unauthenticated), PodJson.String, cancellationToken);

    public IAsyncEnumerable<int> WatchAsync(int number, CancellationToken cancellationToken = default)
        => StreamAsync("watch", new CallArguments().Add("number", PodJson.Int32, number), PodJson.Int32, cancellationToken);
}
