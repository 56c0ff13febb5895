using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Pod.Protocol.Models.Codecs;

namespace Pod.Protocol;

/// <summary>All models that a server or client knows, by their names on the wire. Immutable and safe on any thread.</summary>
public sealed class ModelRegistry
{
    private static readonly FrozenSet<string> Scalars = FrozenSet.Create(
        "null", "bool", "int", "double", "String", "DateTime", "Duration", "UuidValue", "ByteData", "Uri", "BigInt",
        "Decimal", "DateTimeOffset", "DateOnly", "TimeOnly", "Vector", "HalfVector", "SparseVector", "Bit");

    private readonly FrozenDictionary<string, ObjectModelType> _models;
    private readonly FrozenDictionary<string, EnumModelType> _enums;
    private readonly FrozenDictionary<Type, EnumModelType> _enumsByType;

    private readonly IReadOnlyCollection<ModelType> _all;
    private readonly Lazy<ValueCodecs> _codecs;

    /// <summary>Creates a registry.</summary>
    /// <param name="models">The application's own models.</param>
    /// <param name="modules">The registries of the modules that it uses.</param>
    /// <exception cref="ArgumentException">Two entries have one name.</exception>
    public ModelRegistry(IEnumerable<ModelType> models, params IEnumerable<ModelRegistry> modules)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(modules);
        var all = models.Concat(modules.SelectMany(static module => module._all)).ToDictionary(static model => model.Name);
        _all = all.Values;
        _codecs = new Lazy<ValueCodecs>(() => ValueCodecs.Of(_all));
        _models = all.Values.OfType<ObjectModelType>().ToFrozenDictionary(static model => model.Name);
        _enums = all.Values.OfType<EnumModelType>().ToFrozenDictionary(static model => model.Name);
        _enumsByType = _enums.Values.ToFrozenDictionary(static model => model.Type);
    }

    /// <summary>The names of all classes and exceptions, in no particular order.</summary>
    public IReadOnlyList<string> Names => _models.Keys;

    /// <summary>Whether a name means something: a model or enum of this registry or one of the protocol's own scalar types.</summary>
    public bool Contains(string wireName) => _models.ContainsKey(wireName) || _enums.ContainsKey(wireName) || Scalars.Contains(wireName);

    /// <summary>Whether a name is that of a class or exception of this registry.</summary>
    public bool ContainsModel(string wireName) => _models.ContainsKey(wireName);

    /// <summary>Whether clients know a class or exception of this name.</summary>
    public bool IsVisible(string wireName) => _models.TryGetValue(wireName, out var type) && !type.IsServerOnly;

    /// <summary>
    /// Finds the codec of a C# type: a scalar, a vector, a model or an enum of this registry, or a <c>List</c>, a <c>HashSet</c> or a <c>Dictionary</c>
    /// with text keys of one of these. Null for every other type.
    /// </summary>
    public JsonCodec<T>? FindCodec<T>() => _codecs.Value.Find<T>();

    /// <summary>
    /// Reads the object that a reader stands on as the model with a given name; false when there is no such model, or when
    /// <paramref name="audience"/> must not send it.
    /// </summary>
    public bool TryRead(string wireName, ref Utf8JsonReader reader, JsonAudience audience, [NotNullWhen(true)] out IPodModel? model)
    {
        model = _models.TryGetValue(wireName, out var type) && !(type.IsServerOnly && audience == JsonAudience.Visible)
            ? type.Read(ref reader, audience)
            : null;
        return model is not null;
    }

    /// <summary>Decodes <c>{"className":…,"data":{…}}</c>.</summary>
    /// <exception cref="PodJsonException">The text is no such object, or names a model that is not known here.</exception>
    public IPodModel Decode(ReadOnlySpan<byte> json, JsonAudience audience) => PodJson.Decode(new TaggedModelCodec(this), json, audience);

    internal bool IsServerOnly(string wireName) => _models.TryGetValue(wireName, out var type) && type.IsServerOnly;

    internal EnumModelType? FindEnum(Type type) => _enumsByType.GetValueOrDefault(type);

    /// <summary>Reads a model or an enum value; null when there is no such name.</summary>
    internal object? ReadValue(string wireName, ref Utf8JsonReader reader, JsonAudience audience)
    {
        if (_enums.TryGetValue(wireName, out var type) && !(type.IsServerOnly && audience == JsonAudience.Visible))
        {
            return type.Read(ref reader, audience);
        }

        return TryRead(wireName, ref reader, audience, out var model) ? model : null;
    }

    private sealed class TaggedModelCodec(ModelRegistry registry) : JsonCodec<IPodModel>
    {
        public override string WireName => "dynamic";

        public override IPodModel Read(ref Utf8JsonReader reader, JsonAudience audience)
        {
            var (className, data) = TaggedValue.Open(ref reader);
            return registry.TryRead(className, ref data, audience, out var model)
                ? model
                : throw PodJsonException.At(ref data, "The value is of a model that is not known here.");
        }

        public override void Write(Utf8JsonWriter writer, IPodModel value, JsonAudience audience)
            => PodJson.WriteTagged(writer, value, audience);
    }
}
