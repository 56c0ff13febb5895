using System.Text.Json;
using Pod.Protocol;

namespace ChatApp.Model;

public record Channel : IPodModel<Channel>
{
    static string IPodModel<Channel>.TypeWireName => "Channel";

    public required string Name { get; set; }

    string IPodModel.WireName => "Channel";

    public static Channel ReadJson(ref Utf8JsonReader reader, JsonAudience audience)
    {
        string? name = null;
        PodJson.BeginObject(ref reader, "Channel");
        while (PodJson.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("name"u8))
            {
                reader.Read();
                name = PodJson.String.ReadOrNull(ref reader, audience);
            }
            else
            {
                PodJson.Skip(ref reader);
            }
        }

        return new Channel { Name = name ?? throw PodJson.Missing(ref reader, "Channel", "name") };
    }

    IPodModel IPodModel.DeepCopy() => this with { };

    void IPodModel.WriteMembers(Utf8JsonWriter writer, JsonAudience audience) => writer.WriteString("name"u8, Name);
}
