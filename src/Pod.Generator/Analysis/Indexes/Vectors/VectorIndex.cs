using System.Globalization;
using Pod.Generator.Model;
using Pod.Schema;

namespace Pod.Generator.Analysis.Indexes.Vectors;

/// <summary>What pgvector's index types can do.</summary>
internal static class VectorIndex
{
    public const string Hnsw = "hnsw";
    public const string Ivfflat = "ivfflat";

    /// <summary>The connections of a point in the graph of an hnsw index.</summary>
    public const string M = "m";

    /// <summary>The points that are compared when an hnsw index places a new one.</summary>
    public const string EfConstruction = "ef_construction";

    private static readonly VectorParameter[] HnswParameters = [new(M, 16, 2, 100), new(EfConstruction, 64, 4, 1000)];
    private static readonly VectorParameter[] IvfflatParameters = [new("lists", null, 1, 32768)];

    public static bool Is(string type) => type is Hnsw or Ivfflat;

    /// <summary>Gives the distance functions that an index type has for a type, the default first.</summary>
    public static IReadOnlyList<string> DistanceFunctions(string type, TypeReference field) => (type, field.Kind) switch
    {
        (Hnsw, TypeKind.Bit) => ["hamming", "jaccard"],
        (_, TypeKind.Bit) => ["hamming"],
        (Hnsw, _) => ["l2", "innerProduct", "cosine", "l1"],
        _ => ["l2", "innerProduct", "cosine"],
    };

    /// <summary>Gives the operator class of a distance function.</summary>
    public static string OperatorClass(TypeReference field, string distanceFunction)
    {
        var type = field.Kind switch
        {
            TypeKind.HalfVector => "halfvec",
            TypeKind.SparseVector => "sparsevec",
            TypeKind.Bit => "bit",
            _ => "vector",
        };
        return $"{type}_{(distanceFunction == "innerProduct" ? "ip" : distanceFunction)}_ops";
    }

    public static IReadOnlyList<VectorParameter> ParametersOf(string type) => type == Hnsw ? HnswParameters : IvfflatParameters;

    /// <summary>Gives the highest dimension that an index covers. A sparse vector may have any, as long as few elements are set.</summary>
    public static int MaxDimension(TypeReference field) => field.Kind switch
    {
        TypeKind.Vector => 2000,
        TypeKind.HalfVector => 4000,
        _ => int.MaxValue,
    };

    /// <summary>Tells whether any index type covers a vector's dimension.</summary>
    public static bool CoversDimension(TypeReference field) => int.Parse(field.Size!, CultureInfo.InvariantCulture) <= MaxDimension(field);

    /// <summary>Gives an index the defaults of its type.</summary>
    public static IndexDefinition WithDefaults(IndexDefinition index, TypeReference field) => index with
    {
        OperatorClass = OperatorClass(field, DistanceFunctions(index.Type, field)[0]),
        Parameters = ParametersOf(index.Type).Select(static parameter => parameter.With(parameter.Default)).OfType<IndexParameter>().ToValueList(),
    };
}
