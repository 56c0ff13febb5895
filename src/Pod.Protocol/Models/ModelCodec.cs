using System.Text.Json;

namespace Pod.Protocol;

/// <summary>Generated classes, as objects with <c>__className__</c> first.</summary>
/// <typeparam name="T">The declared model; values may be of types derived from it.</typeparam>
public sealed class ModelCodec<T> : JsonCodec<T>
    where T : class, IPodModel<T>
{
    internal static readonly ModelCodec<T> Instance = new();

    private static readonly JsonEncodedText EncodedName = JsonEncodedText.Encode(T.TypeWireName, PodJson.WriterOptions.Encoder);

    private ModelCodec()
    {
    }

    /// <inheritdoc/>
    public override string WireName => T.TypeWireName;

    /// <inheritdoc/>
    public override string WireNameOf(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.WireName;
    }

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, JsonAudience audience) => T.ReadJson(ref reader, audience);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonAudience audience)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (ReferenceEquals(value.WireName, T.TypeWireName))
        {
            PodJson.WriteModel(writer, EncodedName, value, audience);
        }
        else
        {
            PodJson.WriteModel(writer, value, audience);
        }
    }
}
