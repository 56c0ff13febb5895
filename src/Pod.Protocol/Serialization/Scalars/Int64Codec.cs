using System.Text.Json;
using Pod.Protocol.Serialization;

namespace Pod.Protocol;

/// <summary>Whole numbers of type <see cref="long"/>; <c>3.0</c> is read too.</summary>
public sealed class Int64Codec : JsonCodec<long>
{
    internal Int64Codec()
    {
    }

    /// <inheritdoc/>
    public override string WireName => "int";

    /// <inheritdoc/>
    public override long Read(ref Utf8JsonReader reader, JsonAudience audience)
        => WholeNumber.Read(ref reader, long.MinValue, long.MaxValue, "long");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, long value, JsonAudience audience) => writer.WriteNumberValue(value);
}
