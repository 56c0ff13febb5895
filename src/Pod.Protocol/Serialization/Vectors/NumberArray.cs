using System.Runtime.InteropServices;
using System.Text.Json;
using Pod.Protocol.Values;

namespace Pod.Protocol.Serialization;

/// <summary>Reads dense vectors: arrays of numbers, or pgvector's text.</summary>
internal static class NumberArray
{
    public static ReadOnlySpan<float> Read(ref Utf8JsonReader reader, JsonAudience audience, string type)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return VectorText.TryParse(JsonText.Unescape(ref reader), out var parsed) ? parsed : throw JsonErrors.Malformed(ref reader, type);
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw JsonErrors.Expected(ref reader, $"an array of numbers ({type})");
        }

        var values = new List<float>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            values.Add(PodJson.Single.Read(ref reader, audience));
        }

        return values.Count > 0
            ? CollectionsMarshal.AsSpan(values)
            : throw PodJsonException.At(ref reader, $"A {type} has at least one number.");
    }

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<float> values)
    {
        writer.WriteStartArray();
        foreach (var value in values)
        {
            writer.WriteNumberValue(value);
        }

        writer.WriteEndArray();
    }
}
