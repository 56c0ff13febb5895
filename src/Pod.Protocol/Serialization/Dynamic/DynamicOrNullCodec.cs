using System.Text.Json;

namespace Pod.Protocol;

/// <summary>A value of any type or null, as element, argument or result; null is written as <c>{"className":"null","data":null}</c>.</summary>
public sealed class DynamicOrNullCodec : JsonCodec<object?>
{
    private readonly DynamicCodec _inner;

    internal DynamicOrNullCodec(DynamicCodec inner) => _inner = inner;

    /// <inheritdoc/>
    public override string WireName => "dynamic";

    /// <inheritdoc/>
    public override bool AcceptsNull => true;

    /// <inheritdoc/>
    public override object? Read(ref Utf8JsonReader reader, JsonAudience audience) => _inner.ReadOrNull(ref reader, audience);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, object? value, JsonAudience audience) => _inner.WriteOrNull(writer, value, audience);
}
