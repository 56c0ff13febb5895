using System.Text.Json;
using Pod.Protocol;

namespace Sample.Values;

/// <summary>A custom type that C# holds as a reference, and whose name in model files is another.</summary>
public sealed record Colour(byte Red, byte Green, byte Blue) : IPodJsonValue<Colour>
{
    public static Colour ReadJson(ref Utf8JsonReader reader)
    {
        var parts = new byte[3];
        for (var i = 0; i < parts.Length; i++)
        {
            reader.Read();
            parts[i] = reader.GetByte();
        }

        reader.Read();
        return new Colour(parts[0], parts[1], parts[2]);
    }

    public void WriteJson(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartArray();
        writer.WriteNumberValue(Red);
        writer.WriteNumberValue(Green);
        writer.WriteNumberValue(Blue);
        writer.WriteEndArray();
    }
}
