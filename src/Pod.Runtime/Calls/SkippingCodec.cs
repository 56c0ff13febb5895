using System.Text.Json;
using Pod.Protocol;

namespace Pod.Runtime.Calls;

/// <summary>Reads over a document to find out what is wrong with it.</summary>
internal sealed class SkippingCodec : JsonCodec<bool>
{
    public static readonly SkippingCodec Instance = new();

    public override string WireName => "dynamic";

    public override bool Read(ref Utf8JsonReader reader, JsonAudience audience)
    {
        reader.Skip();
        return true;
    }

    public override void Write(Utf8JsonWriter writer, bool value, JsonAudience audience) => throw new NotSupportedException();
}
