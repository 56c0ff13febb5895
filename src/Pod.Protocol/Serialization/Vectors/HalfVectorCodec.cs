using System.Text.Json;
using Pod.Protocol.Serialization;
using Pod.Protocol.Values;

namespace Pod.Protocol;

/// <summary>Vectors of half precision, as arrays of numbers; pgvector's text <c>"[1,2]"</c> is read too.</summary>
public sealed class HalfVectorCodec : JsonCodec<HalfVector>
{
    internal HalfVectorCodec()
    {
    }

    /// <inheritdoc/>
    public override string WireName => "HalfVector";

    /// <inheritdoc/>
    public override HalfVector Read(ref Utf8JsonReader reader, JsonAudience audience)
    {
        var values = NumberArray.Read(ref reader, audience, "HalfVector");
        return FiniteNumbers.FitHalf(values) ? new HalfVector(values) : throw JsonErrors.OutOfRange(ref reader, "HalfVector");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, HalfVector value, JsonAudience audience) => NumberArray.Write(writer, value.Span);
}
