using System.Text.Json;
using Pod.Protocol.Models.Codecs;

namespace Pod.Protocol;

/// <summary>The entry of a generated class or exception.</summary>
internal abstract class ObjectModelType(string name) : ModelType(name)
{
    public abstract IPodModel Read(ref Utf8JsonReader reader, JsonAudience audience);
}

/// <inheritdoc/>
internal sealed class ObjectModelType<T>() : ObjectModelType(T.TypeWireName)
    where T : class, IPodModel<T>
{
    public override IPodModel Read(ref Utf8JsonReader reader, JsonAudience audience) => T.ReadJson(ref reader, audience);

    internal override void AddCodecs(ValueCodecs codecs) => codecs.AddClass(PodJson.Model<T>());
}
