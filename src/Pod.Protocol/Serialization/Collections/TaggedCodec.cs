using System.Text.Json;

namespace Pod.Protocol.Serialization;

/// <summary>A value together with the name of its type: <c>{"className":…,"data":…}</c>.</summary>
/// <typeparam name="T">The declared type.</typeparam>
public sealed class TaggedCodec<T>(JsonCodec<T> codec, ModelRegistry models) : JsonCodec<T>
{
    /// <inheritdoc/>
    public override string WireName => codec.WireName;

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, JsonAudience audience) => PodJson.ReadTagged(ref reader, codec, models, audience);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonAudience audience) => PodJson.WriteTagged(writer, codec, value);
}
