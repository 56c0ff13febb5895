using System.Numerics;
using System.Text.Json;

namespace Pod.Protocol.Serialization;

/// <summary>Writes values together with the names of their types.</summary>
internal readonly struct DynamicWriter(Utf8JsonWriter writer, ModelRegistry models, JsonAudience audience)
{
    public void Write(object? value)
    {
        switch (value)
        {
            case null: Begin("null").WriteNullValue(); break;
            case bool v: PodJson.Boolean.Write(Begin("bool"), v, audience); break;
            case short v: PodJson.Int16.Write(Begin("int"), v, audience); break;
            case int v: PodJson.Int32.Write(Begin("int"), v, audience); break;
            case long v: PodJson.Int64.Write(Begin("int"), v, audience); break;
            case float v: PodJson.Single.Write(Begin("double"), v, audience); break;
            case double v: PodJson.Double.Write(Begin("double"), v, audience); break;
            case string v: PodJson.String.Write(Begin("String"), v, audience); break;
            case DateTime v: PodJson.DateTime.Write(Begin("DateTime"), v, audience); break;
            case TimeSpan v: PodJson.TimeSpan.Write(Begin("Duration"), v, audience); break;
            case Guid v: PodJson.Guid.Write(Begin("UuidValue"), v, audience); break;
            case byte[] v: PodJson.Bytes.Write(Begin("ByteData"), v, audience); break;
            case Uri v: PodJson.Uri.Write(Begin("Uri"), v, audience); break;
            case BigInteger v: PodJson.BigInteger.Write(Begin("BigInt"), v, audience); break;
            case decimal v: PodJson.Decimal.Write(Begin("Decimal"), v, audience); break;
            case DateTimeOffset v: PodJson.DateTimeOffset.Write(Begin("DateTimeOffset"), v, audience); break;
            case DateOnly v: PodJson.DateOnly.Write(Begin("DateOnly"), v, audience); break;
            case TimeOnly v: PodJson.TimeOnly.Write(Begin("TimeOnly"), v, audience); break;
            case Vector v: PodJson.Vector.Write(Begin("Vector"), v, audience); break;
            case HalfVector v: PodJson.HalfVector.Write(Begin("HalfVector"), v, audience); break;
            case SparseVector v: PodJson.SparseVector.Write(Begin("SparseVector"), v, audience); break;
            case Bit v: PodJson.Bit.Write(Begin("Bit"), v, audience); break;
            case List<object?> v: WriteArray("List<dynamic>", v); break;
            case HashSet<object?> v: WriteArray("Set<dynamic>", v); break;
            case Dictionary<string, object?> v: WriteTextMap(v); break;
            case Dictionary<object, object?> v: WriteMap(v); break;
            default: WriteKnown(value); break;
        }

        writer.WriteEndObject();
    }

    private Utf8JsonWriter Begin(string className)
    {
        writer.WriteStartObject();
        writer.WriteString("className"u8, className);
        writer.WritePropertyName("data"u8);
        return writer;
    }

    private void WriteKnown(object value)
    {
        if (value is IPodModel model && !(audience == JsonAudience.Visible && models.IsServerOnly(model.WireName)))
        {
            PodJson.WriteModel(Begin(model.WireName), model, audience);
        }
        else if (models.FindEnum(value.GetType()) is { } type && !(audience == JsonAudience.Visible && type.IsServerOnly))
        {
            type.Write(Begin(type.Name), value, audience);
        }
        else
        {
            throw new ArgumentException(value is IPodModel || models.FindEnum(value.GetType()) is not null
                ? $"A '{value.GetType().Name}' is only for the server and cannot be sent to clients."
                : $"A dynamic value cannot be a '{value.GetType()}'. It can be a scalar, a model, an enum of a model file, or one of List<object?>, "
                    + "HashSet<object?>, Dictionary<string, object?> and Dictionary<object, object?>.");
        }
    }

    private void WriteArray(string className, IEnumerable<object?> values)
    {
        Begin(className).WriteStartArray();
        foreach (var value in values)
        {
            Write(value);
        }

        writer.WriteEndArray();
    }

    private void WriteTextMap(Dictionary<string, object?> map)
    {
        Begin("Map<String,dynamic>").WriteStartObject();
        foreach (var (key, value) in map)
        {
            writer.WritePropertyName(key);
            Write(value);
        }

        writer.WriteEndObject();
    }

    private void WriteMap(Dictionary<object, object?> map)
    {
        Begin("Map<dynamic,dynamic>").WriteStartArray();
        foreach (var (key, value) in map)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("k"u8);
            Write(key);
            writer.WritePropertyName("v"u8);
            Write(value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
