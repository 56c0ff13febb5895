using Pod.Protocol.Models.Codecs;

namespace Pod.Protocol;

/// <summary>One entry of a <see cref="ModelRegistry"/>.</summary>
public abstract class ModelType
{
    private protected ModelType(string name) => Name = name;

    /// <summary>The model's name on the wire.</summary>
    public string Name { get; }

    /// <summary>Whether clients can neither send nor receive it where the declared type leaves open what a value is.</summary>
    public bool IsServerOnly { get; private init; }

    /// <summary>The entry of a generated class or exception.</summary>
    public static ModelType Of<T>()
        where T : class, IPodModel<T> => new ObjectModelType<T>();

    /// <summary>The entry of a generated class or exception that clients never see.</summary>
    public static ModelType ServerOnly<T>()
        where T : class, IPodModel<T> => new ObjectModelType<T> { IsServerOnly = true };

    /// <summary>The entry of a generated enum, which dynamic values may be.</summary>
    public static ModelType OfEnum<T>(EnumCodec<T> codec)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(codec);
        return new EnumModelType<T>(codec);
    }

    /// <summary>The entry of a generated enum that clients never see.</summary>
    public static ModelType ServerOnlyEnum<T>(EnumCodec<T> codec)
        where T : struct, Enum
    {
        ArgumentNullException.ThrowIfNull(codec);
        return new EnumModelType<T>(codec) { IsServerOnly = true };
    }

    internal abstract void AddCodecs(ValueCodecs codecs);
}
