using System.Text.Json;
using Pod.Protocol.Models.Codecs;

namespace Pod.Protocol;

/// <summary>The entry of a generated enum.</summary>
internal abstract class EnumModelType(string name, Type type) : ModelType(name)
{
    public Type Type => type;

    public abstract object Read(ref Utf8JsonReader reader, JsonAudience audience);

    public abstract void Write(Utf8JsonWriter writer, object value, JsonAudience audience);
}

/// <inheritdoc/>
internal sealed class EnumModelType<T>(EnumCodec<T> codec) : EnumModelType(codec.WireName, typeof(T))
    where T : struct, Enum
{
    public override object Read(ref Utf8JsonReader reader, JsonAudience audience) => codec.Read(ref reader, audience);

    public override void Write(Utf8JsonWriter writer, object value, JsonAudience audience) => codec.Write(writer, (T)value, audience);

    internal override void AddCodecs(ValueCodecs codecs) => codecs.AddStruct(codec);
}
