using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Model;
using Pod.Generator.Parsing.Syntax;
using Pod.Schema;

namespace Pod.Generator.Analysis.Names;

/// <summary>Finds what a written type means.</summary>
internal sealed class TypeResolver(ModelNames names, CustomTypes customTypes, DiagnosticBag diagnostics)
{
    /// <summary>Resolves a type.</summary>
    /// <returns>The type, or null after a diagnostic or when the type's own file could not be read.</returns>
    public TypeReference? Resolve(TypeSyntax syntax, string field, bool isServerpodDialect)
    {
        var arguments = new List<TypeReference>();
        foreach (var argument in syntax.Arguments)
        {
            if (Resolve(argument, field, isServerpodDialect) is not { } resolved)
            {
                return null;
            }

            arguments.Add(resolved);
        }

        if (syntax.ElementNames is { } elementNames)
        {
            return new TypeReference(TypeKind.Record, BuiltInTypes.WordOf(TypeKind.Record), arguments.ToValueList(), syntax.IsNullable) { ElementNames = elementNames.ToValueList() };
        }

        if (BuiltInTypes.Find(syntax.Name, isServerpodDialect) is { } kind)
        {
            return BuiltIn(syntax, kind, arguments, field);
        }

        if (Declared(syntax) is not { } type)
        {
            if (!names.IsUnreadable(syntax.Name))
            {
                diagnostics.Add(Unknown(syntax, field));
            }

            return null;
        }

        if (arguments.Count > 0)
        {
            diagnostics.Add(FieldDiagnostics.NoArguments(syntax.Span, syntax.Name));
            return null;
        }

        return type;
    }

    private TypeReference? Declared(TypeSyntax syntax)
    {
        if (names.FindWritten(syntax.Name) is { } found)
        {
            return new TypeReference(found.Model.Kind, found.Name, [], syntax.IsNullable) { Module = found.Model.Module };
        }

        return customTypes.Find(syntax.Name) is { } custom
            ? new TypeReference(TypeKind.Custom, custom.Name, [], syntax.IsNullable) { CSharpType = custom.CSharpType }
            : null;
    }

    private Diagnostic Unknown(TypeSyntax syntax, string field) => PrefixedName.Parse(syntax.Name) switch
    {
        { Prefix: PrefixedName.Module } name when !names.Modules.Contains(name.Owner) => FieldDiagnostics.UnknownModule(syntax.Span, field, name.Owner, [.. names.Modules]),
        { IsFramework: true } name => FieldDiagnostics.UnknownFrameworkType(syntax.Span, field, name.Name),
        { IsCustom: true } => FieldDiagnostics.CustomTypeMissing(syntax.Span, field, syntax.Name),
        _ => FieldDiagnostics.UnknownType(syntax.Span, field, syntax.Name, [.. BuiltInTypes.Words, .. names.All, .. customTypes.Words]),
    };

    private TypeReference? BuiltIn(TypeSyntax syntax, TypeKind kind, List<TypeReference> arguments, string field)
    {
        var expected = kind switch
        {
            TypeKind.List or TypeKind.Set => 1,
            TypeKind.Map => 2,
            _ => 0,
        };
        if (arguments.Count != expected)
        {
            diagnostics.Add(expected == 0
                ? FieldDiagnostics.NoArguments(syntax.Span, syntax.Name)
                : FieldDiagnostics.ArgumentCount(syntax.Span, syntax.Name, expected == 1 ? $"{syntax.Name}<string>" : $"{syntax.Name}<string, int>"));
            return null;
        }

        if (kind == TypeKind.Map && arguments[0].IsNullable)
        {
            diagnostics.Add(FieldDiagnostics.NullableMapKey(syntax.Arguments[0].Span, field, arguments[0].ToString()));
            return null;
        }

        if (kind == TypeKind.Dynamic && syntax.IsNullable)
        {
            diagnostics.Add(FieldDiagnostics.NullableDynamic(syntax.Span, field));
            return null;
        }

        var isNullable = syntax.IsNullable || kind == TypeKind.Dynamic;
        var type = new TypeReference(kind, BuiltInTypes.WordOf(kind), arguments.ToValueList(), isNullable);
        if (!TypeSizes.Check(syntax, type, diagnostics))
        {
            return null;
        }

        return syntax.Size is { } size ? type with { Size = size.Text.Replace(" ", "", StringComparison.Ordinal) } : type;
    }
}
