using Pod.Client;
using Pod.Protocol;

namespace ChatApp.Client;

public class ProbeEndpointClient(PodClient client) : EndpointClient(client, "probe")
{
    private static readonly JsonCodec<int?> MaybeJson = PodJson.Nullable(PodJson.Int32);

    public Task<string> EchoAsync(string text, CancellationToken cancellationToken = default)
        => CallAsync("echo", new CallArguments().Add("text", PodJson.String, text), PodJson.String, cancellationToken);

    public Task<string> TinyAsync(string text, CancellationToken cancellationToken = default)
        => CallAsync("tiny", new CallArguments().Add("text", PodJson.String, text), PodJson.String, cancellationToken);

    public Task<int> WrongTypeAsync(string text, CancellationToken cancellationToken = default)
        => CallAsync("echo", new CallArguments().Add("text", PodJson.String, text), PodJson.Int32, cancellationToken);

    public Task<string> UnknownAsync(CancellationToken cancellationToken = default)
        => CallAsync("unknown", new CallArguments(), PodJson.String, cancellationToken);

    public Task<int?> MaybeAsync(int? value, CancellationToken cancellationToken = default)
        => CallAsync("maybe", new CallArguments().Add("value", MaybeJson, value), MaybeJson, cancellationToken);

    public Task ThrowAsync(string kind, CancellationToken cancellationToken = default)
        => CallAsync("throw", new CallArguments().Add("kind", PodJson.String, kind), cancellationToken);

    public Task HangAsync(CancellationToken cancellationToken = default) => CallAsync("hang", new CallArguments(), cancellationToken);

    public IAsyncEnumerable<int> CountAsync(int to, CancellationToken cancellationToken = default)
        => StreamAsync("count", new CallArguments().Add("to", PodJson.Int32, to), PodJson.Int32, cancellationToken);

    public IAsyncEnumerable<int> CountWithoutArgumentAsync(CancellationToken cancellationToken = default)
        => StreamAsync("count", new CallArguments(), PodJson.Int32, cancellationToken);

    public IAsyncEnumerable<int> UnknownStreamAsync(CancellationToken cancellationToken = default)
        => StreamAsync("unknown", new CallArguments(), PodJson.Int32, cancellationToken);

    public IAsyncEnumerable<string> BulkAsync(int size, CancellationToken cancellationToken = default)
        => StreamAsync("bulk", new CallArguments().Add("size", PodJson.Int32, size), PodJson.String, cancellationToken);

    public IAsyncEnumerable<int> SilentAsync(CancellationToken cancellationToken = default)
        => StreamAsync("silent", new CallArguments(), PodJson.Int32, cancellationToken);

    public IAsyncEnumerable<int> FailAfterAsync(int items, bool declared, CancellationToken cancellationToken = default)
        => StreamAsync(
            "failAfter", new CallArguments().Add("items", PodJson.Int32, items).Add("declared", PodJson.Boolean, declared), PodJson.Int32, cancellationToken);

    public Task<long> SumAsync(IAsyncEnumerable<int> numbers, CancellationToken cancellationToken = default)
        => StreamingCallAsync("sum", new CallArguments().AddStream("numbers", PodJson.Int32, numbers), PodJson.Int64, cancellationToken);

    public Task<string> ReadOutcomeAsync(IAsyncEnumerable<int> numbers, CancellationToken cancellationToken = default)
        => StreamingCallAsync("readOutcome", new CallArguments().AddStream("numbers", PodJson.Int32, numbers), PodJson.String, cancellationToken);

    public IAsyncEnumerable<int> TakeTwoAsync(IAsyncEnumerable<int> numbers, CancellationToken cancellationToken = default)
        => StreamAsync("takeTwo", new CallArguments().AddStream("numbers", PodJson.Int32, numbers), PodJson.Int32, cancellationToken);

    public Task ConsumeAsync(IAsyncEnumerable<int> numbers, string gate, CancellationToken cancellationToken = default)
        => StreamingCallAsync(
            "consume", new CallArguments().Add("gate", PodJson.String, gate).AddStream("numbers", PodJson.Int32, numbers), cancellationToken);
}
