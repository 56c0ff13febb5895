using Pod.Generator.Model;

namespace Pod.Generator.Analysis;

/// <summary>References to built-in types that the analysis itself adds.</summary>
internal static class BuiltInTypeReferences
{
    public static TypeReference Int64 { get; } = new(TypeKind.Int64, BuiltInTypes.WordOf(TypeKind.Int64), [], IsNullable: false);
}
