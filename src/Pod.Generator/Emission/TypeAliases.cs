using Pod.Generator.Model;

namespace Pod.Generator.Emission;

/// <summary>Aliases for types whose names stand in several namespaces: System.Numerics has a Vector, too.</summary>
internal static class TypeAliases
{
    private static readonly (TypeKind Kind, string Alias)[] Aliases =
    [
        (TypeKind.BigInteger, "BigInteger = System.Numerics.BigInteger"),
        (TypeKind.Bit, "Bit = Pod.Bit"),
        (TypeKind.HalfVector, "HalfVector = Pod.HalfVector"),
        (TypeKind.SparseVector, "SparseVector = Pod.SparseVector"),
        (TypeKind.Vector, "Vector = Pod.Vector"),
    ];

    public static IEnumerable<string> Of(IReadOnlySet<TypeKind> kinds) =>
        Aliases.Where(alias => kinds.Contains(alias.Kind)).Select(static alias => alias.Alias);
}
