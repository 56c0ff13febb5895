using System.Text.Json;
using Pod.Client;
using Pod.Protocol;

namespace Pod.GeneratedCode.Tests.Support;

/// <summary>A client that sends more than its model has members for.</summary>
internal sealed class SlyEchoClient(PodClient client) : EndpointClient(client, "echo")
{
    public Task<string?> SecretAsync(string personJson)
        => CallAsync(
            "secret", new CallArguments().Add("person", RawCodec.Instance, personJson), PodJson.OrNull(PodJson.String), CancellationToken.None);

    public IAsyncEnumerable<string?> SecretsAsync(IAsyncEnumerable<string> personJsons)
        => StreamAsync(
            "secrets", new CallArguments().AddStream("people", RawCodec.Instance, personJsons), PodJson.OrNull(PodJson.String), CancellationToken.None);

    private sealed class RawCodec : JsonCodec<string>
    {
        public static readonly RawCodec Instance = new();

        public override string WireName => "Person";

        public override string Read(ref Utf8JsonReader reader, JsonAudience audience) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, string value, JsonAudience audience) => writer.WriteRawValue(value);
    }
}
