using System.Text;
using System.Text.Json;

namespace Pod.Protocol.Streams;

/// <summary>Which call a frame belongs to. Immutable.</summary>
public sealed class StreamAddress
{
    private byte[]? _resultPrefix;

    /// <summary>Creates an address.</summary>
    public StreamAddress(string endpoint, string method, Guid callId)
    {
        Endpoint = endpoint;
        Method = method;
        CallId = callId;
    }

    /// <summary>The endpoint, with its module's prefix (<c>en</c>).</summary>
    public string Endpoint { get; }

    /// <summary>The method (<c>m</c>).</summary>
    public string Method { get; }

    /// <summary>The id that the client chose for the call (<c>cid</c>).</summary>
    public Guid CallId { get; }

    // Everything before an item of the result stream. It is the same for each item, so it is made once per call.
    internal byte[] ResultPrefix => _resultPrefix ??= Encoding.UTF8.GetBytes(
        $$$"""{"type":"msm","data":{"en":{{{Quote(Endpoint)}}},"m":{{{Quote(Method)}}},"cid":"{{{CallId}}}","o":""");

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
