using System.Text.Json;

namespace Pod.Protocol;

/// <summary>One entry of a <see cref="ModelRegistry"/>.</summary>
public abstract class ModelType
{
    private protected ModelType(string name) => Name = name;

    /// <summary>The model's name on the wire.</summary>
    public string Name { get; }

    /// <summary>The entry of a generated class or exception.</summary>
    public static ModelType Of<T>()
        where T : class, IPodModel<T> => new Typed<T>();

    internal abstract IPodModel Read(ref Utf8JsonReader reader, JsonAudience audience);

    private sealed class Typed<T>() : ModelType(T.TypeWireName)
        where T : class, IPodModel<T>
    {
        internal override IPodModel Read(ref Utf8JsonReader reader, JsonAudience audience) => T.ReadJson(ref reader, audience);
    }
}
