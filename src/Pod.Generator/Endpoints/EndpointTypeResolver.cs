using Microsoft.CodeAnalysis;
using Pod.Generator.Analysis;
using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Model;
using Pod.Generator.Parsing;
using Pod.Schema;
using TypeKind = Pod.Generator.Model.TypeKind;

namespace Pod.Generator.Endpoints;

/// <summary>Turns C# types of signatures into types of the model language.</summary>
internal sealed class EndpointTypeResolver(
    KnownTypes known, ValueList<ModelDefinition> models, GenerationInput input, DiagnosticBag diagnostics)
{
    private static readonly Dictionary<string, TypeKind> Scalars = new(StringComparer.Ordinal)
    {
        ["System.Boolean"] = TypeKind.Boolean,
        ["System.Int16"] = TypeKind.Int16,
        ["System.Int32"] = TypeKind.Int32,
        ["System.Int64"] = TypeKind.Int64,
        ["System.Single"] = TypeKind.Single,
        ["System.Double"] = TypeKind.Double,
        ["System.Decimal"] = TypeKind.Decimal,
        ["System.String"] = TypeKind.String,
        ["System.DateTime"] = TypeKind.DateTime,
        ["System.DateTimeOffset"] = TypeKind.DateTimeOffset,
        ["System.DateOnly"] = TypeKind.DateOnly,
        ["System.TimeOnly"] = TypeKind.TimeOnly,
        ["System.TimeSpan"] = TypeKind.TimeSpan,
        ["System.Guid"] = TypeKind.Guid,
        ["System.Uri"] = TypeKind.Uri,
        ["System.Numerics.BigInteger"] = TypeKind.BigInteger,
        ["Pod.Vector"] = TypeKind.Vector,
        ["Pod.HalfVector"] = TypeKind.HalfVector,
        ["Pod.SparseVector"] = TypeKind.SparseVector,
        ["Pod.Bit"] = TypeKind.Bit,
        ["System.Collections.Generic.List"] = TypeKind.List,
        ["System.Collections.Generic.HashSet"] = TypeKind.Set,
        ["System.Collections.Generic.Dictionary"] = TypeKind.Map,
    };

    private readonly Dictionary<string, ModelDefinition> _models = models.ToDictionary(
        model => model.Module is { } module ? $"{module.ServerNamespace}.{module.NameOf(model.Name)}" : $"{input.ServerNamespace}.{model.Name}", StringComparer.Ordinal);

    /// <summary>Resolves a type.</summary>
    /// <param name="type">The C# type.</param>
    /// <param name="place">What has the type, for messages: <c>the parameter 'name'</c>.</param>
    /// <param name="span">Where it stands.</param>
    /// <returns>The type, or null after a diagnostic.</returns>
    public TypeReference? Resolve(ITypeSymbol type, string place, SourceSpan span)
    {
        var isNullable = type.NullableAnnotation == NullableAnnotation.Annotated;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return Resolve(nullable.TypeArguments[0], place, span)?.WithNullable(true);
        }

        if (type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte, Rank: 1 })
        {
            return BuiltIn(TypeKind.Bytes, [], isNullable);
        }

        if (type is INamedTypeSymbol named)
        {
            if (KnownTypes.Is(named, known.Stream))
            {
                diagnostics.Add(EndpointDiagnostics.StreamForm(span, place, "stands inside another type"));
                return null;
            }

            if (named is { Name: "IAsyncEnumerable", TypeKind: Microsoft.CodeAnalysis.TypeKind.Error })
            {
                diagnostics.Add(EndpointDiagnostics.StreamForm(span, place, "has no element type"));
                return null;
            }

            // Null is one of the values, so a type without '?' would promise too much.
            if (named.SpecialType == SpecialType.System_Object && named.NullableAnnotation != NullableAnnotation.NotAnnotated)
            {
                return BuiltIn(TypeKind.Dynamic, [], isNullable: true);
            }

            if (named.IsTupleType)
            {
                return ResolveTuple(named, isNullable, place, span);
            }

            // Half-written C# has collections with too few or too many type arguments.
            if (Scalars.TryGetValue(FullName(named), out var kind) && named.TypeArguments.Length == ArgumentCount(kind))
            {
                if (kind == TypeKind.Map && CanBeNull(named.TypeArguments[0]))
                {
                    diagnostics.Add(EndpointDiagnostics.NullableKey(span, place, NameOf(named.TypeArguments[0])));
                    return null;
                }

                return ResolveArguments(named, place, span) is { } arguments ? BuiltIn(kind, arguments, isNullable) : null;
            }

            if (input.CustomTypes.FindCSharp(named.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString()) is { } custom)
            {
                return new TypeReference(TypeKind.Custom, custom.Name, [], isNullable) { CSharpType = custom.CSharpType };
            }

            if (FindModel(named) is { } model)
            {
                return ResolveModel(model, isNullable, place, span);
            }
        }

        return NotSerializable(type, place, span);
    }

    private TypeReference? NotSerializable(ITypeSymbol type, string place, SourceSpan span)
    {
        if (type.SpecialType == SpecialType.System_Object)
        {
            diagnostics.Add(EndpointDiagnostics.NotNullObject(span, place));
            return null;
        }

        diagnostics.Add(type.TypeKind == Microsoft.CodeAnalysis.TypeKind.Dynamic
            ? EndpointDiagnostics.DynamicKeyword(span, place)
            : EndpointDiagnostics.NotSerializable(span, place, NameOf(type)));
        return null;
    }

    private TypeReference? ResolveModel(ModelDefinition model, bool isNullable, string place, SourceSpan span)
    {
        if (model.IsServerOnly)
        {
            diagnostics.Add(EndpointDiagnostics.ServerOnlyModel(span, place, model.Name));
            return null;
        }

        var kind = model switch
        {
            EnumDefinition => TypeKind.Enum,
            ExceptionDefinition => TypeKind.Exception,
            _ => TypeKind.Class,
        };
        return new TypeReference(kind, model.Name, [], isNullable) { Module = model.Module };
    }

    private ValueList<TypeReference>? ResolveArguments(INamedTypeSymbol type, string place, SourceSpan span)
    {
        var arguments = new List<TypeReference>();
        foreach (var argument in type.TypeArguments)
        {
            if (Resolve(argument, place, span) is not { } resolved)
            {
                return null;
            }

            arguments.Add(resolved);
        }

        return arguments.ToValueList();
    }

    private TypeReference? ResolveTuple(INamedTypeSymbol tuple, bool isNullable, string place, SourceSpan span)
    {
        if (tuple.TupleElements.IsEmpty)
        {
            diagnostics.Add(EndpointDiagnostics.EmptyTuple(span, place));
            return null;
        }

        var types = new List<TypeReference>();
        foreach (var element in tuple.TupleElements)
        {
            if (Resolve(element.Type, place, span) is not { } resolved)
            {
                return null;
            }

            types.Add(resolved);
        }

        return BuiltIn(TypeKind.Record, types.ToValueList(), isNullable) with
        {
            ElementNames = tuple.TupleElements.Select(static element => element.IsExplicitlyNamedTupleElement ? element.Name : "").ToValueList(),
        };
    }

    private ModelDefinition? FindModel(INamedTypeSymbol type) => _models.GetValueOrDefault(FullName(type));

    private static TypeReference BuiltIn(TypeKind kind, ValueList<TypeReference> arguments, bool isNullable) =>
        new(kind, BuiltInTypes.WordOf(kind), arguments, isNullable);

    private static int ArgumentCount(TypeKind kind) => kind switch
    {
        TypeKind.Map => 2,
        TypeKind.List or TypeKind.Set => 1,
        _ => 0,
    };

    private static bool CanBeNull(ITypeSymbol type)
        => type.NullableAnnotation == NullableAnnotation.Annotated || type.SpecialType == SpecialType.System_Object;

    private static string NameOf(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    private static string FullName(INamedTypeSymbol type) => $"{type.ContainingNamespace.ToDisplayString()}.{type.Name}";
}
