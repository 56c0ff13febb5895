namespace Sample.Server.Endpoints;

/// <summary>Results that are sent as they are.</summary>
public class FileEndpoint : Endpoint
{
    public override bool SendAsRaw => true;

    public Task<Stream> Content(Session session, int length) => Task.FromResult<Stream>(new MemoryStream(new byte[length]));

    public Task<ReadOnlyMemory<byte>> Part(Session session, int start) => Task.FromResult<ReadOnlyMemory<byte>>(new byte[] { 1, 2, 3 }.AsMemory(start));

    public ValueTask<IResult> Page(Session session) => ValueTask.FromResult(Results.Text("<p>", "text/html", statusCode: 202));

    public Task<string> Text(Session session) => Task.FromResult("plain");

    public Task<byte[]> Bytes(Session session) => Task.FromResult(new byte[] { 7 });

    public Task<int> Number(Session session) => Task.FromResult(5);

    public Task Nothing(Session session) => Task.CompletedTask;
}
