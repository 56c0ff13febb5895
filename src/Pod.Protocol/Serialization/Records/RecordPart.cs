using System.Text.Json;

namespace Pod.Protocol.Serialization;

/// <summary>One element of a record.</summary>
internal abstract class RecordPart<TRecord>(string? name)
    where TRecord : struct
{
    /// <summary>The element's name; null where its position identifies it.</summary>
    public string? Name { get; } = name;

    public byte[]? NameUtf8 { get; } = name is null ? null : System.Text.Encoding.UTF8.GetBytes(name);

    public abstract string WireName { get; }

    public abstract bool AcceptsNull { get; }

    public abstract bool IsNull(ref TRecord record);

    public abstract void Read(ref TRecord record, ref Utf8JsonReader reader, JsonAudience audience);

    public abstract void Write(ref TRecord record, Utf8JsonWriter writer, JsonAudience audience);
}

/// <inheritdoc/>
internal sealed class RecordPart<TRecord, TPart>(string? name, JsonCodec<TPart> codec, RecordField<TRecord, TPart> field) : RecordPart<TRecord>(name)
    where TRecord : struct
{
    public override string WireName => codec.WireName;

    public override bool AcceptsNull => codec.AcceptsNull;

    public override bool IsNull(ref TRecord record) => field(ref record) is null;

    public override void Read(ref TRecord record, ref Utf8JsonReader reader, JsonAudience audience)
        => field(ref record) = codec.Read(ref reader, audience);

    public override void Write(ref TRecord record, Utf8JsonWriter writer, JsonAudience audience)
        => codec.Write(writer, field(ref record), audience);
}
