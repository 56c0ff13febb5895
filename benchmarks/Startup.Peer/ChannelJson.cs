using System.Text.Json.Serialization;

namespace Startup.Peer;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(List<Channel>))]
internal sealed partial class ChannelJson : JsonSerializerContext;
