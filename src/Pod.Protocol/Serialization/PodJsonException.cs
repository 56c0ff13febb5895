using System.Text.Json;
using Pod.Protocol.Serialization;

namespace Pod.Protocol;

/// <summary>A JSON text is malformed or does not fit the type it is read as. Its message never repeats a value of the text.</summary>
public sealed class PodJsonException : FormatException
{
    private readonly string _detail;
    private readonly string? _member;
    private readonly long _position;

    /// <summary>Creates the exception without a place in a document.</summary>
    public PodJsonException(string message)
        : this(message, -1, null, null)
    {
    }

    private PodJsonException(string detail, long position, string? member, Exception? inner)
        : base(detail, inner)
    {
        _detail = detail;
        _position = position;
        _member = member;
    }

    /// <summary>The place in the document, such as <c>$.items[3].name</c>; null while it is unknown.</summary>
    public string? Path { get; private set; }

    /// <inheritdoc/>
    public override string Message => Path is null ? _detail : $"{Path}: {_detail}";

    /// <summary>Creates the exception for the token that a reader stands on.</summary>
    public static PodJsonException At(ref Utf8JsonReader reader, string message)
        => new(message, reader.TokenStartIndex, null, null);

    internal static PodJsonException AtMember(ref Utf8JsonReader reader, string member, string message)
        => new(message, reader.TokenStartIndex, member, null);

    internal static PodJsonException Malformed(ReadOnlySpan<byte> document, string root)
    {
        // The cause is not kept as inner exception and its text is not used: it repeats characters of the document.
        // The document is read again because a reader that skips a value goes back to its beginning when it fails.
        var reader = new Utf8JsonReader(document, PodJson.ReaderOptions);
        var detail = "This is not valid JSON.";
        try
        {
            while (reader.Read())
            {
            }
        }
        catch (JsonException e)
        {
            // On an opening bracket CurrentDepth does not count the level that the bracket opens.
            var depth = reader.CurrentDepth + (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject ? 1 : 0);
            var rest = document[(int)reader.BytesConsumed..].TrimStart(" \t\r\n,:"u8);
            detail = depth >= PodJson.MaxDepth && !rest.IsEmpty && (rest[0] is (byte)'[' or (byte)'{')
                ? $"The JSON is nested deeper than {PodJson.MaxDepth} levels."
                : $"This is not valid JSON (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}).";
        }

        var failure = new PodJsonException(detail, reader.BytesConsumed, null, null);
        failure.Locate(document, root);
        return failure;
    }

    // The path costs nothing until something fails: only then the document is scanned once more, up to the place of the failure.
    internal void Locate(ReadOnlySpan<byte> document, string root)
    {
        if (Path is null)
        {
            var path = _position < 0 ? root : JsonPath.At(document, _position, root);
            Path = _member is null ? path : JsonPath.Append(path, _member);
        }
    }
}
