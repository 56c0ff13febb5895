using Pod.Generator.Model;

namespace Pod.Generator.Emission;

/// <summary>Aliases for custom types, and for types whose names stand in several namespaces: System.Numerics has a Vector, too.</summary>
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

    public static IEnumerable<string> Of(IReadOnlyCollection<TypeReference> types) =>
        Aliases.Where(alias => types.Any(type => type.Kind == alias.Kind)).Select(static alias => alias.Alias)
            .Concat(types.Where(static type => type.CSharpType is { } name && name != type.Name).Select(static type => $"{type.Name} = {type.CSharpType}"));
}
