using System.Text.Json;
using Pod.Protocol;

namespace ChatApp.Model;

public sealed class ServerSecret : PodModelException, IPodModel<ServerSecret>
{
    static string IPodModel<ServerSecret>.TypeWireName => "ServerSecret";

    public required long ChannelId { get; set; }

    string IPodModel.WireName => "ServerSecret";

    public static ServerSecret ReadJson(ref Utf8JsonReader reader, JsonAudience audience)
    {
        long? channelId = null;
        PodJson.BeginObject(ref reader, "ServerSecret");
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

        return new ServerSecret { ChannelId = channelId ?? throw PodJson.Missing(ref reader, "ServerSecret", "channelId") };
    }

    IPodModel IPodModel.DeepCopy() => new ServerSecret { ChannelId = ChannelId };

    void IPodModel.WriteMembers(Utf8JsonWriter writer, JsonAudience audience) => writer.WriteNumber("channelId"u8, ChannelId);
}
