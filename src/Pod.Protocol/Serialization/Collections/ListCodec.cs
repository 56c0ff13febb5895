using System.Text.Json;
using Pod.Protocol.Serialization;

namespace Pod.Protocol;

/// <summary>Lists, as arrays.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
public sealed class ListCodec<T> : JsonCodec<List<T>>
{
    private readonly JsonCodec<T> _element;

    internal ListCodec(JsonCodec<T> element)
    {
        _element = element;
        WireName = $"List<{element.WireName}>";
    }

    /// <inheritdoc/>
    public override string WireName { get; }

    /// <inheritdoc/>
    public override List<T> Read(ref Utf8JsonReader reader, JsonAudience audience)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw JsonErrors.Expected(ref reader, $"an array ({WireName})");
        }

        var values = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            values.Add(_element.Read(ref reader, audience));
        }

        return values;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, List<T> value, JsonAudience audience)
    {
        writer.WriteStartArray();
        foreach (var element in value)
        {
            _element.Write(writer, element, audience);
        }

        writer.WriteEndArray();
    }
}
