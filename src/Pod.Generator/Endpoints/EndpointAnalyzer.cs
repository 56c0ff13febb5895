using Microsoft.CodeAnalysis;
using Pod.Generator.Diagnostics;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Model;
using Pod.Generator.Model.Endpoints;
using Pod.Generator.Parsing;
using Pod.Schema;

namespace Pod.Generator.Endpoints;

/// <summary>C# endpoint classes in, definitions out.</summary>
internal sealed class EndpointAnalyzer
{
    private readonly KnownTypes _known;
    private readonly EndpointMethodAnalyzer _methods;
    private readonly DiagnosticBag _diagnostics;

    private readonly string _wirePrefix;

    private EndpointAnalyzer(KnownTypes known, EndpointTypeResolver types, GenerationInput input, ValueList<ModelDefinition> models, DiagnosticBag diagnostics)
    {
        _wirePrefix = input.IsModule ? input.Module + "." : "";
        _known = known;
        _diagnostics = diagnostics;
        _methods = new EndpointMethodAnalyzer(known, types, models, diagnostics);
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
        return new EndpointAnalyzer(known, types, input, models, diagnostics).Analyze(compilation);
    }

    private ValueList<EndpointDefinition> Analyze(Compilation compilation)
    {
        var endpoints = new Dictionary<string, EndpointDefinition>(StringComparer.Ordinal);
        foreach (var type in FindClasses(compilation.Assembly.GlobalNamespace).OrderBy(static type => type.ToDisplayString(), StringComparer.Ordinal))
        {
            if (Analyze(type) is { } endpoint && !endpoints.TryAdd(endpoint.WireName, endpoint))
            {
                _diagnostics.Add(EndpointDiagnostics.SameEndpointName(SourceLocation.Of(type), endpoint.WireName, endpoints[endpoint.WireName].ClassName));
            }
        }

        return endpoints.Values.OrderBy(static endpoint => endpoint.WireName, StringComparer.Ordinal).ToValueList();
    }

    // Most types are the models' stubs: no record can be an endpoint, and asking for all members would have the compiler make those of every record.
    private IEnumerable<INamedTypeSymbol> FindClasses(INamespaceOrTypeSymbol container)
    {
        foreach (var type in container.GetTypeMembers().Where(static type => type is { IsRecord: false, TypeKind: Microsoft.CodeAnalysis.TypeKind.Class }))
        {
            if (KnownTypes.DerivesFrom(type, _known.Endpoint))
            {
                yield return type;
            }

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
        if (type.IsAbstract || KnownTypes.Attribute(type, _known.Ignore) is not null)
        {
            return null;
        }

        if (type.ContainingType is not null || type.IsGenericType)
        {
            _diagnostics.Add(EndpointDiagnostics.NotCallableClass(SourceLocation.Of(type), type.Name));
            return null;
        }

        return new EndpointDefinition(WireNameOf(type), type.ToDisplayString(), DocumentationReader.Summary(type), ReadMethods(type));
    }

    private ValueList<EndpointMethodDefinition> ReadMethods(INamedTypeSymbol type)
    {
        var methods = new List<EndpointMethodDefinition>();
        var places = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        foreach (var method in EndpointMethods.Of(type, _known.Endpoint))
        {
            if (_methods.Analyze(method) is not { } definition)
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
