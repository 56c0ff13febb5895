using System.Text.Json;
using Pod.Protocol;

namespace ChatApp.Model;

public sealed class ChannelNotFound : PodModelException, IPodModel<ChannelNotFound>
{
    static string IPodModel<ChannelNotFound>.TypeWireName => "ChannelNotFound";

    public required long ChannelId { get; set; }

    string IPodModel.WireName => "ChannelNotFound";

    public static ChannelNotFound ReadJson(ref Utf8JsonReader reader, JsonAudience audience)
    {
        long? channelId = null;
        PodJson.BeginObject(ref reader, "ChannelNotFound");
        while (PodJson.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("channelId"u8))
            {
                reader.Read();
                channelId = PodJson.Int64.ReadOrNull(ref reader, audience);
            }
            else
            {
                PodJson.Skip(ref reader);
            }
        }

        return new ChannelNotFound { ChannelId = channelId ?? throw PodJson.Missing(ref reader, "ChannelNotFound", "channelId") };
    }

    IPodModel IPodModel.DeepCopy() => new ChannelNotFound { ChannelId = ChannelId };

    void IPodModel.WriteMembers(Utf8JsonWriter writer, JsonAudience audience) => writer.WriteNumber("channelId"u8, ChannelId);
}
