using System.Text.Json;
using Pod.Protocol.Serialization;

namespace Pod.Protocol;

/// <summary>Sparse vectors, as <c>"{1:1.5,3:2}/4"</c> with indices from 1; arrays of all numbers are read too.</summary>
public sealed class SparseVectorCodec : JsonCodec<SparseVector>
{
    internal SparseVectorCodec()
    {
    }

    /// <inheritdoc/>
    public override string WireName => "SparseVector";

    /// <inheritdoc/>
    public override SparseVector Read(ref Utf8JsonReader reader, JsonAudience audience)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            return new SparseVector(NumberArray.Read(ref reader, audience, "SparseVector"));
        }

        return SparseVector.TryParse(JsonText.Unescape(ref reader), out var value) ? value : throw JsonErrors.Malformed(ref reader, "SparseVector");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SparseVector value, JsonAudience audience) => writer.WriteStringValue(value.ToString());
}
