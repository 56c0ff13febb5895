using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Model.Endpoints;
using Pod.Schema;

namespace Pod.Generator.Endpoints.Access;

/// <summary>Reads who may call: the members <c>RequireLogin</c> and <c>RequiredScopes</c> of a class, and the attributes of its methods; and how it answers.</summary>
internal sealed class AccessAnalyzer(KnownTypes known, Compilation compilation, DiagnosticBag diagnostics)
{
    private readonly ScopeReader _scopes = new(known, compilation);

    public AccessDefinition OfClass(INamedTypeSymbol type)
    {
        var login = Find(type, "RequireLogin");
        var scopes = Find(type, "RequiredScopes");
        var definition = new AccessDefinition(
            login is null ? false : Constant(login),
            scopes is null ? [] : Value(scopes) is { } list ? _scopes.Read(list) : null,
            AllowsAnonymous(type));
        ReportDynamic(login, definition.RequiresLogin is null);
        ReportDynamic(scopes, definition.Scopes is null);
        return definition;
    }

    public AccessDefinition OfMethod(IMethodSymbol method, INamedTypeSymbol type)
    {
        var scopes = KnownTypes.Attribute(method, known.RequireScopes) is { ConstructorArguments: [{ Kind: TypedConstantKind.Array, IsNull: false } names] }
            ? names.Values.Select(static name => name.Value).OfType<string>().ToValueList()
            : [];
        var definition = new AccessDefinition(
            KnownTypes.Attribute(method, known.RequireLogin) is not null, scopes, KnownTypes.Attribute(method, known.AllowAnonymous) is not null);
        if (!definition.DemandsLogin && !definition.AllowsAnonymous && !AllowsAnonymous(type)
            && Find(type, "RequireLogin") is null && Find(type, "RequiredScopes") is null)
        {
            diagnostics.Add(EndpointDiagnostics.AccessUnsaid(SourceLocation.Of(method), method.Name));
        }

        return definition;
    }

    /// <summary>Whether an endpoint sends its results as they are; false where only the running server knows.</summary>
    public bool SendsAsRaw(INamedTypeSymbol type) => Find(type, "SendAsRaw") is { } property && Constant(property) == true;

    private bool? Constant(IPropertySymbol property) =>
        Value(property) is { } value && compilation.GetSemanticModel(value.SyntaxTree).GetConstantValue(value) is { Value: bool constant } ? constant : null;

    private bool AllowsAnonymous(INamedTypeSymbol? type)
    {
        for (; type is not null && !KnownTypes.Is(type, known.Endpoint); type = type.BaseType)
        {
            if (KnownTypes.Attribute(type, known.AllowAnonymous) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private IPropertySymbol? Find(INamedTypeSymbol? type, string name)
    {
        for (; type is not null && !KnownTypes.Is(type, known.Endpoint); type = type.BaseType)
        {
            if (type.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault(static property => property.IsOverride) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    // The one expression that the property gives; null where it is computed in any other way.
    private static ExpressionSyntax? Value(IPropertySymbol property)
    {
        if (property.DeclaringSyntaxReferences is not [var reference] || reference.GetSyntax() is not PropertyDeclarationSyntax syntax)
        {
            return null;
        }

        var getter = syntax.AccessorList?.Accessors.FirstOrDefault(static accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration));
        return syntax.ExpressionBody?.Expression
            ?? syntax.Initializer?.Value
            ?? getter?.ExpressionBody?.Expression
            ?? (getter?.Body?.Statements is [ReturnStatementSyntax { Expression: { } returned }] ? returned : null);
    }

    private void ReportDynamic(IPropertySymbol? property, bool isDynamic)
    {
        if (property is not null && isDynamic)
        {
            diagnostics.Add(EndpointDiagnostics.AccessIsDynamic(SourceLocation.Of(property), property.ContainingType.Name, property.Name));
        }
    }
}
