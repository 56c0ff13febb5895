using System.Text.Json.Serialization;
using Pod.Benchmarks.Streams.Contenders;

namespace Pod.Benchmarks.Rpc.Contenders;

/// <summary>The JSON of ASP.NET Core's contenders.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PriceRequest))]
[JsonSerializable(typeof(PricedLine))]
[JsonSerializable(typeof(PostRequest))]
[JsonSerializable(typeof(Note))]
[JsonSerializable(typeof(int))]
internal sealed partial class PeerJson : JsonSerializerContext;
