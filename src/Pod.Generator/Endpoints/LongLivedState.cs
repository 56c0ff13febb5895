using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;

namespace Pod.Generator.Endpoints;

/// <summary>Finds what outlives the call that it belongs to: static state of endpoints, and sessions in static members and in singletons.</summary>
internal sealed class LongLivedState(KnownTypes known, Compilation compilation, DiagnosticBag diagnostics)
{
    private static readonly HashSet<string> Registrations =
        new(["AddSingleton", "TryAddSingleton", "AddKeyedSingleton", "TryAddKeyedSingleton", "AddHostedService"], StringComparer.Ordinal);

    /// <summary>Reports static members that calls share, and sessions that static members keep.</summary>
    public void ReportStatics(INamedTypeSymbol type)
    {
        var isEndpoint = KnownTypes.DerivesFrom(type, known.Endpoint);
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>().Where(static field => field is { IsStatic: true, IsConst: false }))
        {
            var member = field.AssociatedSymbol ?? field;
            if (IsSession(field.Type))
            {
                diagnostics.Add(EndpointDiagnostics.StaticSession(SourceLocation.Of(member), type.Name, member.Name));
            }
            else if (isEndpoint && !field.IsReadOnly)
            {
                diagnostics.Add(EndpointDiagnostics.SharedState(SourceLocation.Of(member), type.Name, member.Name));
            }
        }
    }

    /// <summary>Reports the sessions of classes of the project that it registers as singletons.</summary>
    public void ReportSingletons()
    {
        var singletons = new HashSet<INamedTypeSymbol>(compilation.SyntaxTrees.SelectMany(SingletonsIn), SymbolEqualityComparer.Default);
        foreach (var singleton in singletons.OrderBy(static type => type.ToDisplayString(), StringComparer.Ordinal))
        {
            var taken = singleton.InstanceConstructors.SelectMany(static constructor => constructor.Parameters).Where(parameter => IsSession(parameter.Type)).ToList<ISymbol>();
            var kept = singleton.GetMembers().OfType<IFieldSymbol>()
                .Where(field => !field.IsStatic && IsSession(field.Type)).Select(static field => field.AssociatedSymbol ?? field);

            // A field usually holds what the constructor took.
            foreach (var member in taken.Count > 0 ? taken : kept)
            {
                diagnostics.Add(EndpointDiagnostics.SingletonSession(SourceLocation.Of(member), singleton.Name, member.Name));
            }
        }
    }

    // Bodies are not bound; only the type between the angle brackets is looked up. Most files register nothing, so their text is asked first.
    private IEnumerable<INamedTypeSymbol> SingletonsIn(SyntaxTree tree)
    {
        var text = tree.GetText().ToString();
        if (!text.Contains("Singleton<", StringComparison.Ordinal) && !text.Contains("AddHostedService<", StringComparison.Ordinal))
        {
            yield break;
        }

        SemanticModel? model = null;
        foreach (var name in tree.GetRoot().DescendantNodes().OfType<GenericNameSyntax>().Where(static name => Registrations.Contains(name.Identifier.ValueText)))
        {
            model ??= compilation.GetSemanticModel(tree);
            if (model.GetTypeInfo(name.TypeArgumentList.Arguments[^1]).Type is INamedTypeSymbol { Locations: [{ IsInSource: true }, ..] } type)
            {
                yield return type.OriginalDefinition;
            }
        }
    }

    private bool IsSession(ITypeSymbol type) => KnownTypes.DerivesFrom(type, known.Session);
}
