using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pod.Schema;

namespace Pod.Generator.Endpoints;

/// <summary>Writes attributes as C# expressions: the server makes them again as metadata of its routes, where ASP.NET Core looks for them.</summary>
internal static class RuntimeAttributes
{
    private static readonly string[] CompilerNamespaces = ["System.Runtime", "System.Diagnostics", "System.CodeDom", "System.ComponentModel"];

    // What these say, the generator has read already.
    private static readonly string[] ReadByGenerator =
        ["PodIgnoreAttribute", "WireNameAttribute", "UnauthenticatedClientCallAttribute", "IdempotentCallAttribute", "ReadOnlyCallAttribute"];

    public static ValueList<string> Of(IMethodSymbol method) =>
        method.GetAttributes().Where(attribute => IsMetadata(attribute, method.ContainingAssembly)).Select(Write).OfType<string>().ToValueList();

    /// <summary>Those of a class and, where an attribute is inherited, of its bases; the ones of the class come last and win.</summary>
    public static ValueList<string> Of(INamedTypeSymbol type, INamedTypeSymbol root) =>
        Chain(type, root).Reverse()
            .SelectMany(level => level.GetAttributes().Where(attribute => SymbolEqualityComparer.Default.Equals(level, type) || IsInherited(attribute)))
            .Where(attribute => IsMetadata(attribute, type.ContainingAssembly))
            .Select(Write).OfType<string>().Distinct().ToValueList();

    private static IEnumerable<INamedTypeSymbol> Chain(INamedTypeSymbol type, INamedTypeSymbol root)
    {
        for (var current = type; current is not null && !KnownTypes.Is(current, root); current = current.BaseType)
        {
            yield return current;
        }
    }

    private static bool IsMetadata(AttributeData attribute, IAssemblySymbol assembly) =>
        attribute is { AttributeClass: { TypeKind: TypeKind.Class, ContainingType: null, IsFileLocal: false } type, AttributeConstructor: not null }
        && !CompilerNamespaces.Any(name => type.ContainingNamespace.ToDisplayString().StartsWith(name, StringComparison.Ordinal))
        && !(type.ContainingNamespace.ToDisplayString() == "Pod.Runtime" && ReadByGenerator.Contains(type.Name))
        && (type.DeclaredAccessibility == Accessibility.Public
            || (type.DeclaredAccessibility == Accessibility.Internal && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, assembly)));

    private static bool IsInherited(AttributeData attribute)
    {
        for (var type = attribute.AttributeClass; type is not null; type = type.BaseType)
        {
            if (type.GetAttributes().FirstOrDefault(static usage => usage.AttributeClass?.Name == nameof(AttributeUsageAttribute)) is { } usage)
            {
                return usage.NamedArguments.FirstOrDefault(static argument => argument.Key == nameof(AttributeUsageAttribute.Inherited)).Value.Value is not false;
            }
        }

        return true;
    }

    private static string? Write(AttributeData attribute)
    {
        var arguments = attribute.ConstructorArguments.Select(Write).ToList();
        var members = attribute.NamedArguments.Select(static argument => Write(argument.Value) is { } value ? $"{argument.Key} = {value}" : null).ToList();
        if (arguments.Contains(null) || members.Contains(null))
        {
            return null;
        }

        var type = attribute.AttributeClass!;
        var name = type.ContainingNamespace.ToDisplayString() == "Pod.Runtime" ? type.Name : type.ToDisplayString();
        return $"new {name}({string.Join(", ", arguments)}){(members.Count == 0 ? "" : $" {{ {string.Join(", ", members)} }}")}";
    }

    private static string? Write(TypedConstant value) => value.Kind switch
    {
        TypedConstantKind.Error => null,
        TypedConstantKind.Array when value.IsNull => "null",
        TypedConstantKind.Array => value.Values.Select(Write).ToList() is var items && items.Contains(null) ? null : $"[{string.Join(", ", items)}]",
        _ when value.Value is float number => SymbolDisplay.FormatPrimitive(number, quoteStrings: true, useHexadecimalNumbers: false) + "f",
        _ => value.ToCSharpString(),
    };
}
