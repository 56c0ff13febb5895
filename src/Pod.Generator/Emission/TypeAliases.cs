using Pod.Generator.Model;

namespace Pod.Generator.Emission;

/// <summary>
/// Aliases for custom types, for models of modules, and for types whose names stand in several namespaces: System.Numerics has a Vector, too.
/// </summary>
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

    public static IEnumerable<string> Of(IReadOnlyCollection<TypeReference> types, EmissionTarget target) =>
    [
        .. Aliases.Where(alias => types.Any(type => type.Kind == alias.Kind)).Select(static alias => alias.Alias),
        .. types.Where(static type => type.CSharpType is { } name && name != type.Name).Select(static type => $"{type.Name} = {type.CSharpType}"),
        .. types.Where(static type => type.Module is not null).DistinctBy(static type => type.Name).SelectMany(type => Of(type, target)),
    ];

    /// <summary>Gives the alias of a module's type.</summary>
    /// <param name="model">What the application calls the model.</param>
    /// <param name="module">The module.</param>
    /// <param name="companion">What stands behind the model's name in the name of the type, for example <c>Table</c>.</param>
    /// <param name="target">The project.</param>
    public static string Of(string model, ModuleDefinition module, string companion, EmissionTarget target) =>
        $"{model}{companion} = {target.NamespaceOf(module)}.{module.NameOf(model)}{companion}";

    private static IEnumerable<string> Of(TypeReference type, EmissionTarget target) =>
        type.Kind == TypeKind.Enum
            ? [Of(type.Name, type.Module!, "", target), Of(type.Name, type.Module!, "Json", target)]
            : [Of(type.Name, type.Module!, "", target)];
}
