using System.Text.Json;

namespace Pod.Protocol.Serialization;

/// <summary>Reads values whose type the JSON itself names.</summary>
internal readonly struct DynamicReader(ModelRegistry models, JsonAudience audience)
{
    public object? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        var (className, data) = TaggedValue.Open(ref reader);
        return WireType.TryParse(className, out var type) ? Read(type, ref data) : throw Unknown(ref data);
    }

    private static PodJsonException Unknown(ref Utf8JsonReader reader)
        => PodJsonException.At(ref reader, "The value is of a type that is not known here.");

    private object? Read(WireType type, ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null && (type.IsNullable || type.Name is "null" or "dynamic"))
        {
            return null;
        }

        return (type.Name, type.Arguments) switch
        {
            ("dynamic", []) => Read(ref reader),
            ("List", [var element]) => ReadList(element, ref reader),
            ("Set", [var element]) => ReadList(element, ref reader).ToHashSet(),
            ("Map", [{ Name: "String", IsNullable: false }, var value]) => ReadTextMap(value, ref reader),
            ("Map", [var key, var value]) => ReadMap(key, value, ref reader),
            (_, []) => ReadSimple(type.Name, ref reader),
            _ => throw Unknown(ref reader),
        };
    }

    private object ReadSimple(string name, ref Utf8JsonReader reader) => name switch
    {
        "bool" => PodJson.Boolean.Read(ref reader, audience),
        "int" => PodJson.Int64.Read(ref reader, audience),
        "double" => PodJson.Double.Read(ref reader, audience),
        "String" => PodJson.String.Read(ref reader, audience),
        "DateTime" => PodJson.DateTime.Read(ref reader, audience),
        "Duration" => PodJson.TimeSpan.Read(ref reader, audience),
        "UuidValue" => PodJson.Guid.Read(ref reader, audience),
        "ByteData" => PodJson.Bytes.Read(ref reader, audience),
        "Uri" => PodJson.Uri.Read(ref reader, audience),
        "BigInt" => PodJson.BigInteger.Read(ref reader, audience),
        "Decimal" => PodJson.Decimal.Read(ref reader, audience),
        "DateTimeOffset" => PodJson.DateTimeOffset.Read(ref reader, audience),
        "DateOnly" => PodJson.DateOnly.Read(ref reader, audience),
        "TimeOnly" => PodJson.TimeOnly.Read(ref reader, audience),
        "Vector" => PodJson.Vector.Read(ref reader, audience),
        "HalfVector" => PodJson.HalfVector.Read(ref reader, audience),
        "SparseVector" => PodJson.SparseVector.Read(ref reader, audience),
        "Bit" => PodJson.Bit.Read(ref reader, audience),
        _ => models.ReadValue(name, ref reader, audience) ?? throw Unknown(ref reader),
    };

    private List<object?> ReadList(WireType element, ref Utf8JsonReader reader)
    {
        RequireArray(ref reader);
        var values = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            values.Add(Read(element, ref reader));
        }

        return values;
    }

    private Dictionary<string, object?> ReadTextMap(WireType value, ref Utf8JsonReader reader)
    {
        PodJson.BeginObject(ref reader, "Map");
        var map = new Dictionary<string, object?>();
        while (PodJson.NextProperty(ref reader))
        {
            var key = JsonText.Unescape(ref reader);
            reader.Read();
            map[key] = Read(value, ref reader);
        }

        return map;
    }

    private Dictionary<object, object?> ReadMap(WireType key, WireType value, ref Utf8JsonReader reader)
    {
        RequireArray(ref reader);
        var map = new Dictionary<object, object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var (entryKey, entryValue) = ReadEntry(key, value, ref reader);
            map[entryKey] = entryValue;
        }

        return map;
    }

    private (object Key, object? Value) ReadEntry(WireType keyType, WireType valueType, ref Utf8JsonReader reader)
    {
        object? key = null;
        object? value = null;
        PodJson.BeginObject(ref reader, "Map");
        while (PodJson.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("k"u8))
            {
                reader.Read();
                key = Read(keyType, ref reader);
            }
            else if (reader.ValueTextEquals("v"u8))
            {
                reader.Read();
                value = Read(valueType, ref reader);
            }
            else
            {
                PodJson.Skip(ref reader);
            }
        }

        return (key ?? throw PodJson.Missing(ref reader, "Map", "k"), value);
    }

    private static void RequireArray(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw JsonErrors.Expected(ref reader, "an array");
        }
    }
}
