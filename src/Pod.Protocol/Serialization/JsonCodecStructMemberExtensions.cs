using System.Text.Json;

namespace Pod.Protocol;

/// <summary>One-line member access of generated codecs, for members that C# holds as values.</summary>
public static class JsonCodecStructMemberExtensions
{
    /// <summary>Reads the value of the property that the reader stands on; null when it is null.</summary>
    public static T? ReadMember<T>(this JsonCodec<T> codec, ref Utf8JsonReader reader, JsonAudience audience)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(codec);
        reader.Read();
        return codec.ReadOrNull(ref reader, audience);
    }

    /// <summary>Writes a property with a value.</summary>
    public static void WriteMember<T>(this JsonCodec<T> codec, Utf8JsonWriter writer, ReadOnlySpan<byte> name, T value, JsonAudience audience)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(codec);
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(name);
        codec.Write(writer, value, audience);
    }

    /// <summary>Writes a property unless its value is null.</summary>
    public static void WriteOptionalMember<T>(this JsonCodec<T> codec, Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, JsonAudience audience)
        where T : struct
    {
        if (value is { } present)
        {
            codec.WriteMember(writer, name, present, audience);
        }
    }

    /// <summary>Writes a property, <c>null</c> included. For members whose absence would read as their default.</summary>
    public static void WriteNullableMember<T>(this JsonCodec<T> codec, Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, JsonAudience audience)
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is { } present)
        {
            codec.WriteMember(writer, name, present, audience);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
