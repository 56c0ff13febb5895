using Microsoft.CodeAnalysis;
using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Endpoints.Access;
using Pod.Generator.Model;
using Pod.Generator.Model.Endpoints;
using Pod.Generator.Parsing;
using Pod.Schema;

namespace Pod.Generator.Endpoints;

/// <summary>C# endpoint classes in, definitions out.</summary>
internal sealed class EndpointAnalyzer
{
    private readonly KnownTypes _known;
    private readonly AccessAnalyzer _access;
    private readonly EndpointMethodAnalyzer _methods;
    private readonly DiagnosticBag _diagnostics;

    private readonly string _wirePrefix;

    private EndpointAnalyzer(
        KnownTypes known, EndpointTypeResolver types, AccessAnalyzer access, GenerationInput input, ValueList<ModelDefinition> models, DiagnosticBag diagnostics)
    {
        _wirePrefix = input.IsModule ? input.Module + "." : "";
        _known = known;
        _access = access;
        _diagnostics = diagnostics;
        _methods = new EndpointMethodAnalyzer(known, types, access, models, diagnostics);
    }

    public static ValueList<EndpointDefinition> Analyze(
        GenerationInput input, ValueList<ModelDefinition> models, EndpointSourceLoader loader, DiagnosticBag diagnostics)
    {
        if (input.CSharpFiles.Count == 0)
        {
            return [];
        }

        var compilation = loader.Load(input, models);
        if (KnownTypes.Find(compilation) is not { } known)
        {
            diagnostics.Add(ConfigurationDiagnostics.RuntimeMissing(input.CSharpFiles[0].At(1, 1)));
            return [];
        }

        var types = new EndpointTypeResolver(known, models, input, diagnostics);
        var access = new AccessAnalyzer(known, compilation, diagnostics);
        return new EndpointAnalyzer(known, types, access, input, models, diagnostics).Analyze(compilation);
    }

    private ValueList<EndpointDefinition> Analyze(Compilation compilation)
    {
        var endpoints = new Dictionary<INamedTypeSymbol, EndpointDefinition>(SymbolEqualityComparer.Default);
        var classes = new Dictionary<string, string>(StringComparer.Ordinal);
        var state = new LongLivedState(_known, compilation, _diagnostics);
        state.ReportSingletons();
        foreach (var type in FindClasses(compilation.Assembly.GlobalNamespace).OrderBy(static type => type.ToDisplayString(), StringComparer.Ordinal))
        {
            state.ReportStatics(type);
            if (!KnownTypes.DerivesFrom(type, _known.Endpoint) || Analyze(type) is not { } endpoint)
            {
                continue;
            }

            if (classes.TryAdd(endpoint.WireName, endpoint.ClassName))
            {
                endpoints.Add(type, endpoint);
            }
            else
            {
                _diagnostics.Add(EndpointDiagnostics.SameEndpointName(SourceLocation.Of(type), endpoint.WireName, classes[endpoint.WireName]));
            }
        }

        return new EndpointInheritance(endpoints, _diagnostics).Resolve();
    }

    // Most types are the models' stubs: no record can be an endpoint, and asking for all members would have the compiler make those of every record.
    private static IEnumerable<INamedTypeSymbol> FindClasses(INamespaceOrTypeSymbol container)
    {
        foreach (var type in container.GetTypeMembers().Where(static type => type is { IsRecord: false, TypeKind: Microsoft.CodeAnalysis.TypeKind.Class }))
        {
            yield return type;
            foreach (var nested in FindClasses(type))
            {
                yield return nested;
            }
        }

        foreach (var nested in (container as INamespaceSymbol)?.GetNamespaceMembers().SelectMany(FindClasses) ?? [])
        {
            yield return nested;
        }
    }

    private EndpointDefinition? Analyze(INamedTypeSymbol type)
    {
        if (KnownTypes.Attribute(type, _known.Ignore) is not null)
        {
            return null;
        }

        if (type.ContainingType is not null || type.IsGenericType)
        {
            // An abstract one was never meant to be called.
            if (!type.IsAbstract)
            {
                _diagnostics.Add(EndpointDiagnostics.NotCallableClass(SourceLocation.Of(type), type.Name));
            }

            return null;
        }

        var access = _access.OfClass(type);
        return new EndpointDefinition(
            WireNameOf(type),
            type.ToDisplayString(),
            DocumentationReader.Summary(type),
            _known.ObsoleteText(type),
            type.IsAbstract,
            KnownTypes.IsMarked(type, _known.Unauthenticated),
            access,
            RuntimeAttributes.Of(type, _known.Endpoint),
            ReadMethods(type, access));
    }

    private ValueList<EndpointMethodDefinition> ReadMethods(INamedTypeSymbol type, AccessDefinition access)
    {
        var methods = new List<EndpointMethodDefinition>();
        var places = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        foreach (var method in EndpointMethods.Of(type, _known.Endpoint))
        {
            if (_methods.Analyze(method, type, access) is not { } definition)
            {
                continue;
            }

            if (places.TryAdd(definition.WireName, SourceLocation.Of(method)))
            {
                methods.Add(definition);
            }
            else
            {
                _diagnostics.Add(EndpointDiagnostics.SameMethodName(SourceLocation.Of(method), definition.WireName, places[definition.WireName]));
            }
        }

        return methods.ToValueList();
    }

    private string WireNameOf(INamedTypeSymbol type)
    {
        const string Suffix = "Endpoint";
        var name = type.Name.EndsWith(Suffix, StringComparison.Ordinal) && type.Name.Length > Suffix.Length ? type.Name[..^Suffix.Length] : type.Name;
        return _wirePrefix + WireNames.Of(type, Naming.Camel(name), _known, _diagnostics);
    }
}
