using System.Text.Json.Serialization;

namespace Pod.Benchmarks.Rpc.Contenders;

/// <summary>The JSON of the peers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PriceRequest))]
[JsonSerializable(typeof(PricedLine))]
internal sealed partial class RpcJson : JsonSerializerContext;
