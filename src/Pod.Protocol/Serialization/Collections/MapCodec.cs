using System.Text.Json;
using Pod.Protocol.Serialization;

namespace Pod.Protocol;

/// <summary>Maps whose keys are no texts, as <c>[{"k":…,"v":…}]</c>. The last of repeated keys wins.</summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TValue">The type of the values.</typeparam>
public sealed class MapCodec<TKey, TValue> : JsonCodec<Dictionary<TKey, TValue>>
    where TKey : notnull
{
    private readonly JsonCodec<TKey> _key;
    private readonly JsonCodec<TValue> _value;

    internal MapCodec(JsonCodec<TKey> key, JsonCodec<TValue> value)
    {
        _key = key;
        _value = value;
        WireName = $"Map<{key.WireName},{value.WireName}>";
    }

    /// <inheritdoc/>
    public override string WireName { get; }

    /// <inheritdoc/>
    public override Dictionary<TKey, TValue> Read(ref Utf8JsonReader reader, JsonAudience audience)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw JsonErrors.Expected(ref reader, $"an array ({WireName})");
        }

        var map = new Dictionary<TKey, TValue>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var (key, value) = ReadEntry(ref reader, audience);
            map[key] = value;
        }

        return map;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Dictionary<TKey, TValue> value, JsonAudience audience)
    {
        writer.WriteStartArray();
        foreach (var (key, element) in value)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("k"u8);
            _key.Write(writer, key, audience);
            writer.WritePropertyName("v"u8);
            _value.Write(writer, element, audience);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private (TKey Key, TValue Value) ReadEntry(ref Utf8JsonReader reader, JsonAudience audience)
    {
        TKey? key = default;
        TValue? value = default;
        var (hasKey, hasValue) = (false, _value.AcceptsNull);
        PodJson.BeginObject(ref reader, WireName);
        while (PodJson.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("k"u8))
            {
                reader.Read();
                (key, hasKey) = (_key.Read(ref reader, audience), true);
            }
            else if (reader.ValueTextEquals("v"u8))
            {
                reader.Read();
                (value, hasValue) = (_value.Read(ref reader, audience), true);
            }
            else
            {
                PodJson.Skip(ref reader);
            }
        }

        return hasKey && hasValue ? (key!, value!) : throw PodJson.Missing(ref reader, WireName, hasKey ? "v" : "k");
    }
}
