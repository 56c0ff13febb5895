using Pod.Generator.Model;

namespace Pod.Generator.Analysis;

/// <summary>The type words of the model language.</summary>
internal static class BuiltInTypes
{
    private static readonly Dictionary<string, TypeKind> Kinds = new(StringComparer.Ordinal)
    {
        ["bool"] = TypeKind.Boolean,
        ["int"] = TypeKind.Int32,
        ["int32"] = TypeKind.Int32,
        ["long"] = TypeKind.Int64,
        ["int64"] = TypeKind.Int64,
        ["short"] = TypeKind.Int16,
        ["float"] = TypeKind.Single,
        ["double"] = TypeKind.Double,
        ["decimal"] = TypeKind.Decimal,
        ["string"] = TypeKind.String,
        ["String"] = TypeKind.String,
        ["DateTime"] = TypeKind.DateTime,
        ["DateTimeOffset"] = TypeKind.DateTimeOffset,
        ["DateOnly"] = TypeKind.DateOnly,
        ["TimeOnly"] = TypeKind.TimeOnly,
        ["TimeSpan"] = TypeKind.TimeSpan,
        ["Duration"] = TypeKind.TimeSpan,
        ["Guid"] = TypeKind.Guid,
        ["UuidValue"] = TypeKind.Guid,
        ["byte[]"] = TypeKind.Bytes,
        ["ByteData"] = TypeKind.Bytes,
        ["Uri"] = TypeKind.Uri,
        ["BigInteger"] = TypeKind.BigInteger,
        ["BigInt"] = TypeKind.BigInteger,
        ["Vector"] = TypeKind.Vector,
        ["HalfVector"] = TypeKind.HalfVector,
        ["SparseVector"] = TypeKind.SparseVector,
        ["Bit"] = TypeKind.Bit,
        ["List"] = TypeKind.List,
        ["Set"] = TypeKind.Set,
        ["HashSet"] = TypeKind.Set,
        ["Map"] = TypeKind.Map,
        ["Dictionary"] = TypeKind.Map,
        ["dynamic"] = TypeKind.Dynamic,
    };

    private static readonly string[] CanonicalWords =
    [
        "bool", "short", "int", "long", "float", "double", "decimal", "string", "DateTime", "DateTimeOffset", "DateOnly", "TimeOnly", "TimeSpan",
        "Guid", "byte[]", "Uri", "BigInteger", "Vector", "HalfVector", "SparseVector", "Bit", "List", "Set", "Map", "record",
        "dynamic",
    ];

    /// <summary>Gets all words, for suggestions.</summary>
    public static IReadOnlyCollection<string> Words => Kinds.Keys;

    /// <summary>Finds what a word means. The bare <c>int</c> has 64 bits in Serverpod's dialect.</summary>
    public static TypeKind? Find(string word, bool isServerpodDialect) =>
        word == "int" && isServerpodDialect ? TypeKind.Int64 : Kinds.TryGetValue(word, out var kind) ? kind : null;

    /// <summary>Gives the word that Pod itself writes for a built-in type.</summary>
    public static string WordOf(TypeKind kind) => CanonicalWords[(int)kind];
}
