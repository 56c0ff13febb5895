using System.Text.Json;
using Pod.Protocol.Serialization;

namespace Pod.Protocol;

/// <summary>Maps with text keys, as objects. The last of repeated keys wins.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
public sealed class TextMapCodec<T> : JsonCodec<Dictionary<string, T>>
{
    private readonly JsonCodec<T> _value;

    internal TextMapCodec(JsonCodec<T> value)
    {
        _value = value;
        WireName = $"Map<String,{value.WireName}>";
    }

    /// <inheritdoc/>
    public override string WireName { get; }

    /// <inheritdoc/>
    public override Dictionary<string, T> Read(ref Utf8JsonReader reader, JsonAudience audience)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw JsonErrors.Expected(ref reader, $"an object ({WireName})");
        }

        var map = new Dictionary<string, T>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = JsonText.Unescape(ref reader);
            reader.Read();
            map[key] = _value.Read(ref reader, audience);
        }

        return map;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Dictionary<string, T> value, JsonAudience audience)
    {
        writer.WriteStartObject();
        foreach (var (key, element) in value)
        {
            writer.WritePropertyName(key);
            _value.Write(writer, element, audience);
        }

        writer.WriteEndObject();
    }
}
