using System.Text.Json;

namespace Pod.Protocol;

/// <summary>A value type that may be null, as element or result.</summary>
/// <typeparam name="T">The value type.</typeparam>
public sealed class NullableCodec<T> : JsonCodec<T?>
    where T : struct
{
    private readonly JsonCodec<T> _inner;

    internal NullableCodec(JsonCodec<T> inner)
    {
        _inner = inner;
        WireName = inner.WireName + "?";
    }

    /// <inheritdoc/>
    public override string WireName { get; }

    /// <inheritdoc/>
    public override bool AcceptsNull => true;

    /// <inheritdoc/>
    public override string WireNameOf(T? value) => value is { } present ? _inner.WireNameOf(present) : "null";

    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, JsonAudience audience) => _inner.ReadOrNull(ref reader, audience);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T? value, JsonAudience audience)
    {
        if (value is { } present)
        {
            _inner.Write(writer, present, audience);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
