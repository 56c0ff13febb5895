using System.Text.Json;
using Pod.Protocol.Serialization;

namespace Pod.Protocol;

/// <summary>
/// Values of any type that the protocol knows, as <c>{"className":…,"data":…}</c>: scalars, models, enums, vectors, and collections of such
/// values as <c>List&lt;object?></c>, <c>HashSet&lt;object?></c>, <c>Dictionary&lt;string, object?></c> and <c>Dictionary&lt;object, object?></c>.
/// Whole numbers come back as <see cref="long"/>, floating point numbers as <see cref="double"/>.
/// </summary>
public sealed class DynamicCodec : JsonCodec<object>
{
    private readonly Func<ModelRegistry> _models;

    internal DynamicCodec(Func<ModelRegistry> models) => _models = models;

    /// <inheritdoc/>
    public override string WireName => "dynamic";

    /// <summary>Reads a value; null where the value says that it is null.</summary>
    public override object Read(ref Utf8JsonReader reader, JsonAudience audience) => ReadOrNull(ref reader, audience)!;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, object value, JsonAudience audience) => WriteOrNull(writer, value, audience);

    internal object? ReadOrNull(ref Utf8JsonReader reader, JsonAudience audience)
        => new DynamicReader(_models(), audience).Read(ref reader);

    internal void WriteOrNull(Utf8JsonWriter writer, object? value, JsonAudience audience)
        => new DynamicWriter(writer, _models(), audience).Write(value);
}
