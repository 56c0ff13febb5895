using System.Runtime.InteropServices;
using System.Text.Json;
using Pod.Protocol.Serialization;

namespace Pod.Protocol;

/// <summary>Rows of bits, as a text of zeros and ones; arrays of booleans are read too.</summary>
public sealed class BitCodec : JsonCodec<Bit>
{
    internal BitCodec()
    {
    }

    /// <inheritdoc/>
    public override string WireName => "Bit";

    /// <inheritdoc/>
    public override Bit Read(ref Utf8JsonReader reader, JsonAudience audience)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return Bit.TryParse(JsonText.Unescape(ref reader), out var value) ? value : throw JsonErrors.Malformed(ref reader, "Bit");
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw JsonErrors.Expected(ref reader, "a text of zeros and ones (Bit)");
        }

        var values = new List<bool>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            values.Add(PodJson.Boolean.Read(ref reader, audience));
        }

        return new Bit(CollectionsMarshal.AsSpan(values));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Bit value, JsonAudience audience) => writer.WriteStringValue(value.ToString());
}
