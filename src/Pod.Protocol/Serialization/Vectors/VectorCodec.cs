using System.Text.Json;
using Pod.Protocol.Serialization;

namespace Pod.Protocol;

/// <summary>Vectors, as arrays of numbers; pgvector's text <c>"[1,2]"</c> is read too.</summary>
public sealed class VectorCodec : JsonCodec<Vector>
{
    internal VectorCodec()
    {
    }

    /// <inheritdoc/>
    public override string WireName => "Vector";

    /// <inheritdoc/>
    public override Vector Read(ref Utf8JsonReader reader, JsonAudience audience) => new(NumberArray.Read(ref reader, audience, "Vector"));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Vector value, JsonAudience audience) => NumberArray.Write(writer, value.Span);
}
