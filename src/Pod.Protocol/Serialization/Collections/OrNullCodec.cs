using System.Text.Json;

namespace Pod.Protocol;

/// <summary>A reference type that may be null, as element or result.</summary>
/// <typeparam name="T">The reference type.</typeparam>
public sealed class OrNullCodec<T> : JsonCodec<T?>
    where T : class
{
    private readonly JsonCodec<T> _inner;

    internal OrNullCodec(JsonCodec<T> inner)
    {
        _inner = inner;
        WireName = inner.WireName + "?";
    }

    /// <inheritdoc/>
    public override string WireName { get; }

    /// <inheritdoc/>
    public override bool AcceptsNull => true;

    /// <inheritdoc/>
    public override string WireNameOf(T? value) => value is null ? "null" : _inner.WireNameOf(value);

    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, JsonAudience audience) => _inner.ReadOrNull(ref reader, audience);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T? value, JsonAudience audience)
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            _inner.Write(writer, value, audience);
        }
    }
}
