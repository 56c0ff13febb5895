namespace Pod.Protocol.Models.Codecs;

/// <summary>Codecs by the C# type that they read and write.</summary>
internal sealed class ValueCodecs
{
    private readonly Dictionary<Type, object> _codecs = [];

    private ValueCodecs()
    {
        AddClass(PodJson.String);
        AddClass(PodJson.Bytes);
        AddClass(PodJson.Uri);
        AddClass(PodJson.Vector);
        AddClass(PodJson.HalfVector);
        AddClass(PodJson.SparseVector);
        AddClass(PodJson.Bit);
        AddStruct(PodJson.Boolean);
        AddStruct(PodJson.Int16);
        AddStruct(PodJson.Int32);
        AddStruct(PodJson.Int64);
        AddStruct(PodJson.Single);
        AddStruct(PodJson.Double);
        AddStruct(PodJson.Decimal);
        AddStruct(PodJson.DateTime);
        AddStruct(PodJson.DateTimeOffset);
        AddStruct(PodJson.DateOnly);
        AddStruct(PodJson.TimeOnly);
        AddStruct(PodJson.TimeSpan);
        AddStruct(PodJson.Guid);
        AddStruct(PodJson.BigInteger);
    }

    public static ValueCodecs Of(IEnumerable<ModelType> models)
    {
        var codecs = new ValueCodecs();
        foreach (var model in models)
        {
            model.AddCodecs(codecs);
        }

        return codecs;
    }

    public JsonCodec<T>? Find<T>() => _codecs.GetValueOrDefault(typeof(T)) as JsonCodec<T>;

    public void AddClass<T>(JsonCodec<T> codec)
        where T : class => AddWithCollections(codec);

    public void AddStruct<T>(JsonCodec<T> codec)
        where T : struct
    {
        AddWithCollections(codec);
        Add(PodJson.Nullable(codec));
    }

    private void AddWithCollections<T>(JsonCodec<T> codec)
    {
        Add(codec);
        Add(PodJson.List(codec));
        Add(PodJson.Set(codec));
        Add(PodJson.Map(codec));
    }

    private void Add<T>(JsonCodec<T> codec) => _codecs[typeof(T)] = codec;
}
