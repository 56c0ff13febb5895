using System.Text.Json;
using Pod.Protocol.Serialization;

namespace Pod.Protocol;

/// <summary>Whole numbers of type <see cref="int"/>; <c>3.0</c> is read too.</summary>
public sealed class Int32Codec : JsonCodec<int>
{
    internal Int32Codec()
    {
    }

    /// <inheritdoc/>
    public override string WireName => "int";

    /// <inheritdoc/>
    public override int Read(ref Utf8JsonReader reader, JsonAudience audience)
        => (int)WholeNumber.Read(ref reader, int.MinValue, int.MaxValue, "int");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, int value, JsonAudience audience) => writer.WriteNumberValue(value);
}
