using System.Text.Json;

namespace Pod.Protocol;

/// <summary>One-line member access of generated codecs, for members that C# holds as references.</summary>
public static class JsonCodecClassMemberExtensions
{
    /// <summary>Reads the value of the property that the reader stands on; null when it is null.</summary>
    public static T? ReadMember<T>(this JsonCodec<T> codec, ref Utf8JsonReader reader, JsonAudience audience)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(codec);
        reader.Read();
        return codec.ReadOrNull(ref reader, audience);
    }

    /// <summary>Writes a property with a value.</summary>
    /// <exception cref="ArgumentException">The value is null; the message names the property.</exception>
    public static void WriteMember<T>(this JsonCodec<T> codec, Utf8JsonWriter writer, ReadOnlySpan<byte> name, T value, JsonAudience audience)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(codec);
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null)
        {
            throw new ArgumentException($"The member '{System.Text.Encoding.UTF8.GetString(name)}' is null but must have a value.", nameof(value));
        }

        writer.WritePropertyName(name);
        codec.Write(writer, value, audience);
    }

    /// <summary>Writes a property unless its value is null.</summary>
    public static void WriteOptionalMember<T>(this JsonCodec<T> codec, Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, JsonAudience audience)
        where T : class
    {
        if (value is not null)
        {
            codec.WriteMember(writer, name, value, audience);
        }
    }

    /// <summary>Writes a property, <c>null</c> included. For members whose absence would read as their default.</summary>
    public static void WriteNullableMember<T>(this JsonCodec<T> codec, Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, JsonAudience audience)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null)
        {
            writer.WriteNull(name);
        }
        else
        {
            codec.WriteMember(writer, name, value, audience);
        }
    }
}
