using Pod.Generator.Model;

namespace Pod.Generator.Emission;

/// <summary>Spells types in C#.</summary>
internal static class CSharpTypeName
{
    private static readonly string[] Scalars =
    [
        "bool", "short", "int", "long", "float", "double", "decimal", "string", "DateTime", "DateTimeOffset", "DateOnly", "TimeOnly", "TimeSpan",
        "Guid", "byte[]", "Uri", "BigInteger", "Vector", "HalfVector", "SparseVector", "Bit",
    ];

    public static string Of(TypeReference type) => WithoutNull(type) + (type.IsNullable ? "?" : "");

    public static string WithoutNull(TypeReference type) => type.Kind switch
    {
        TypeKind.List => $"List<{Arguments(type)}>",
        TypeKind.Set => $"HashSet<{Arguments(type)}>",
        TypeKind.Map => $"Dictionary<{Arguments(type)}>",
        TypeKind.Record when type.Arguments.Count == 1 => $"ValueTuple<{Arguments(type)}>",
        TypeKind.Record => $"({string.Join(", ", type.Arguments.Zip(type.ElementNames).Select(Element))})",
        TypeKind.Dynamic => "object",
        TypeKind.Enum or TypeKind.Class or TypeKind.Exception or TypeKind.Custom => type.Name,
        _ => Scalars[(int)type.Kind],
    };

    private static string Element((TypeReference Type, string Name) element) =>
        element.Name.Length == 0 ? Of(element.Type) : $"{Of(element.Type)} {CSharpIdentifier.Escape(element.Name)}";

    private static string Arguments(TypeReference type) => string.Join(", ", type.Arguments.Select(Of));
}
