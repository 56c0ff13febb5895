using System.Text.Json;
using Pod.Protocol.Serialization;

namespace Pod.Protocol;

/// <summary>Whole numbers of type <see cref="short"/>; <c>3.0</c> is read too.</summary>
public sealed class Int16Codec : JsonCodec<short>
{
    internal Int16Codec()
    {
    }

    /// <inheritdoc/>
    public override string WireName => "int";

    /// <inheritdoc/>
    public override short Read(ref Utf8JsonReader reader, JsonAudience audience)
        => (short)WholeNumber.Read(ref reader, short.MinValue, short.MaxValue, "short");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, short value, JsonAudience audience) => writer.WriteNumberValue(value);
}
