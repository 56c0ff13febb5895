using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pod.Schema;

namespace Pod.Generator.Endpoints.Access;

/// <summary>Reads the names of scopes from an expression such as <c>[Scope.Admin, AppScopes.Editor, new("writer")]</c>.</summary>
internal sealed class ScopeReader(KnownTypes known, Compilation compilation)
{
    private const string Admin = "serverpod.admin";

    // Constants that name each other in a circle have no value either.
    private const int LongestChain = 8;

    /// <summary>The names; null where only the running program knows them.</summary>
    public ValueList<string>? Read(ExpressionSyntax expression)
    {
        if (expression is not CollectionExpressionSyntax collection)
        {
            return compilation.GetSemanticModel(expression.SyntaxTree).GetSymbolInfo(expression).Symbol is IFieldSymbol { Name: "Empty" } empty
                && KnownTypes.Is(empty.ContainingType, known.ScopeSet) ? [] : null;
        }

        var names = new List<string>();
        foreach (var element in collection.Elements)
        {
            if (element is not ExpressionElementSyntax { Expression: var scope } || NameOf(scope, LongestChain) is not { } name)
            {
                return null;
            }

            names.Add(name);
        }

        return names.Where(static name => name.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList();
    }

    // Empty for Scope.None, which is no scope.
    private string? NameOf(ExpressionSyntax scope, int depth)
    {
        var model = compilation.GetSemanticModel(scope.SyntaxTree);
        if (scope is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [var argument] })
        {
            return model.GetConstantValue(argument.Expression).Value as string;
        }

        if (model.GetSymbolInfo(scope).Symbol is not IFieldSymbol { IsReadOnly: true, IsStatic: true } field)
        {
            return null;
        }

        if (KnownTypes.Is(field.ContainingType, known.Scope))
        {
            return field.Name == "Admin" ? Admin : "";
        }

        return depth > 0 && field.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value }
            ? NameOf(value, depth - 1)
            : null;
    }
}
