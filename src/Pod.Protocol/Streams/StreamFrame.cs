using System.Text;

namespace Pod.Protocol.Streams;

/// <summary>A frame as it was received. Texts and payload are parts of the received bytes and live only as long as those.</summary>
public readonly struct StreamFrame
{
    private static readonly IReadOnlyList<string> NoNames = [];

    private readonly IReadOnlyList<string>? _inputs;

    /// <summary>What kind of frame this is.</summary>
    public StreamFrameType Type { get; internal init; }

    /// <summary>The call that it belongs to.</summary>
    public Guid CallId { get; internal init; }

    /// <summary>The endpoint's name as UTF-8.</summary>
    public ReadOnlyMemory<byte> EndpointUtf8 { get; internal init; }

    /// <summary>The method's name as UTF-8.</summary>
    public ReadOnlyMemory<byte> MethodUtf8 { get; internal init; }

    /// <summary>The input stream that is meant, null for the result stream.</summary>
    public string? Parameter { get; internal init; }

    /// <summary>
    /// Of an opening the JSON of its arguments, of an item or a failure the tagged value, of a bad frame's report the offending text.
    /// </summary>
    public ReadOnlyMemory<byte> Payload { get; internal init; }

    /// <summary>Of an opening: the names of the input streams.</summary>
    public IReadOnlyList<string> Inputs
    {
        get => _inputs ?? NoNames;
        internal init => _inputs = value;
    }

    /// <summary>Of an opening: the credentials, as an Authorization header would hold them.</summary>
    public string? Authorization { get; internal init; }

    /// <summary>Of an opening: what the cookies of the handshake are to the call; null where its caller does not go by cookies.</summary>
    public StreamCookieMode? CookieMode { get; internal init; }

    /// <summary>Of an opening: the caller's trace context.</summary>
    public string? TraceParent { get; internal init; }

    /// <summary>Of an answer to an opening: what became of it.</summary>
    public StreamOpenResult OpenResult { get; internal init; }

    /// <summary>Of an end: its reason.</summary>
    public StreamCloseReason CloseReason { get; internal init; }

    /// <summary>The address for frames about the same call.</summary>
    public StreamAddress ToAddress()
        => new(Encoding.UTF8.GetString(EndpointUtf8.Span), Encoding.UTF8.GetString(MethodUtf8.Span), CallId);

    /// <summary>Reads a frame. False for whatever is none: no JSON, unknown type, missing member, bad UTF-8.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> utf8, out StreamFrame frame) => new StreamFrameReader(utf8).TryRead(out frame);
}
