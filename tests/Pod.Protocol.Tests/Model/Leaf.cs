using System.Text.Json;

namespace Pod.Protocol.Tests.Model;

public sealed record Leaf : Node, IPodModel<Leaf>
{
    public Leaf()
    {
    }

    private Leaf(Leaf original)
        : base(original)
    {
        using var copy = ModelCopy.Begin(original, this);
        Data = ModelCopy.Bytes(original.Data);
    }

    static string IPodModel<Leaf>.TypeWireName => "Leaf";

    public byte[]? Data { get; set; }

    protected override string WireName => "Leaf";

    public static new Leaf ReadJson(ref Utf8JsonReader reader, JsonAudience audience)
    {
        string? name = null;
        byte[]? data = null;
        PodJson.BeginObject(ref reader, "Leaf");
        while (PodJson.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("name"u8))
            {
                reader.Read();
                name = PodJson.String.ReadOrNull(ref reader, audience);
            }
            else if (reader.ValueTextEquals("data"u8))
            {
                reader.Read();
                data = PodJson.Bytes.ReadOrNull(ref reader, audience);
            }
            else
            {
                PodJson.Skip(ref reader);
            }
        }

        return new Leaf { Name = name ?? throw PodJson.Missing(ref reader, "Leaf", "name"), Data = data };
    }

    protected override void WriteMembers(Utf8JsonWriter writer, JsonAudience audience)
    {
        base.WriteMembers(writer, audience);
        if (Data is { } data)
        {
            writer.WritePropertyName("data"u8);
            PodJson.Bytes.Write(writer, data, audience);
        }
    }
}
