using System.Text;
using System.Text.Json;

namespace Pod.Protocol.Streams;

/// <summary>Which call a frame belongs to. Immutable.</summary>
public sealed class StreamAddress
{
    private ResultPrefix? _resultPrefix;

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

    // Everything before an item of the result stream, up to the value itself. Most calls send one type, so it is made once per call.
    internal byte[] ResultPrefixOf(string className)
    {
        var prefix = _resultPrefix;
        if (prefix?.ClassName != className)
        {
            _resultPrefix = prefix = new ResultPrefix(className, Encoding.UTF8.GetBytes(
                $$$"""{"type":"msm","data":{"en":{{{Quote(Endpoint)}}},"m":{{{Quote(Method)}}},"cid":"{{{CallId}}}","o":{"className":{{{Quote(className)}}},"data":"""));
        }

        return prefix.Bytes;
    }

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, PodJson.WriterOptions.Encoder)}\"";

    private sealed record ResultPrefix(string ClassName, byte[] Bytes);
}
