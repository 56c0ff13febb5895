using System.Text.Json;

namespace Pod.Protocol;

/// <summary>Optional values for value types; <see cref="JsonCodecClassExtensions"/> is its twin for reference types.</summary>
public static class JsonCodecStructExtensions
{
    /// <summary>Gives the codec of a value or null.</summary>
    public static JsonCodec<T?> OrNull<T>(this JsonCodec<T> codec)
        where T : struct => PodJson.Nullable(codec);

    /// <summary>Reads a value, or null where the reader stands on a JSON null.</summary>
    public static T? ReadOrNull<T>(this JsonCodec<T> codec, ref Utf8JsonReader reader, JsonAudience audience)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(codec);
        return reader.TokenType == JsonTokenType.Null ? null : codec.Read(ref reader, audience);
    }
}
