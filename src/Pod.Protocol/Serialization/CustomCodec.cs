using System.Text.Json;

namespace Pod.Protocol;

/// <summary>Types that write and read themselves.</summary>
/// <typeparam name="T">The type.</typeparam>
public sealed class CustomCodec<T> : JsonCodec<T>
    where T : notnull, IPodJsonValue<T>
{
    internal static readonly CustomCodec<T> Instance = new();

    private CustomCodec()
    {
    }

    /// <inheritdoc/>
    public override string WireName => T.WireName;

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, JsonAudience audience)
    {
        // The type reads with a reader of its own: however far it goes, the document's reader ends on the value's last token.
        var own = reader;
        reader.Skip();
        try
        {
            return T.ReadJson(ref own);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException and not PodJsonException)
        {
            // What the reader says about a token of the wrong kind, and what a type says about a text that it cannot parse.
            throw PodJsonException.At(ref own, $"The value is not a valid {WireName}.");
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonAudience audience) => value.WriteJson(writer);
}
