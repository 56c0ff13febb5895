using Microsoft.CodeAnalysis;

namespace Pod.Generator.Endpoints;

/// <summary>The types of Pod and .NET that give endpoint signatures their meaning.</summary>
internal sealed class KnownTypes
{
    private KnownTypes(Compilation compilation, INamedTypeSymbol endpoint, INamedTypeSymbol session)
    {
        Endpoint = endpoint;
        Session = session;
        Ignore = compilation.GetTypeByMetadataName("Pod.Runtime.PodIgnoreAttribute");
        WireName = compilation.GetTypeByMetadataName("Pod.Runtime.WireNameAttribute");
        Obsolete = compilation.GetTypeByMetadataName("System.ObsoleteAttribute");
        RequireLogin = compilation.GetTypeByMetadataName("Pod.Runtime.RequireLoginAttribute");
        RequireScopes = compilation.GetTypeByMetadataName("Pod.Runtime.RequireScopesAttribute");
        AllowAnonymous = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Authorization.AllowAnonymousAttribute");
        Unauthenticated = compilation.GetTypeByMetadataName("Pod.Runtime.UnauthenticatedClientCallAttribute");
        Idempotent = compilation.GetTypeByMetadataName("Pod.Runtime.IdempotentCallAttribute");
        ReadOnly = compilation.GetTypeByMetadataName("Pod.Runtime.ReadOnlyCallAttribute");
        Scope = compilation.GetTypeByMetadataName("Pod.Runtime.Scope");
        ScopeSet = compilation.GetTypeByMetadataName("Pod.Runtime.ScopeSet");
        HttpSession = compilation.GetTypeByMetadataName("Pod.Runtime.HttpSession");
        MethodCallSession = compilation.GetTypeByMetadataName("Pod.Runtime.MethodCallSession");
        StreamSession = compilation.GetTypeByMetadataName("Pod.Runtime.StreamSession");
        RawStream = compilation.GetTypeByMetadataName("System.IO.Stream");
        ReadOnlyMemory = compilation.GetTypeByMetadataName("System.ReadOnlyMemory`1");
        HttpResult = compilation.GetTypeByMetadataName("Microsoft.AspNetCore.Http.IResult");
        CancellationToken = compilation.GetTypeByMetadataName("System.Threading.CancellationToken");
        Task = compilation.GetTypeByMetadataName("System.Threading.Tasks.Task");
        TaskOf = compilation.GetTypeByMetadataName("System.Threading.Tasks.Task`1");
        ValueTask = compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask");
        ValueTaskOf = compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask`1");
        Stream = compilation.GetTypeByMetadataName("System.Collections.Generic.IAsyncEnumerable`1");
    }

    public INamedTypeSymbol Endpoint { get; }

    public INamedTypeSymbol Session { get; }

    public INamedTypeSymbol? Ignore { get; }

    public INamedTypeSymbol? WireName { get; }

    public INamedTypeSymbol? Obsolete { get; }

    public INamedTypeSymbol? RequireLogin { get; }

    public INamedTypeSymbol? RequireScopes { get; }

    public INamedTypeSymbol? AllowAnonymous { get; }

    public INamedTypeSymbol? Unauthenticated { get; }

    public INamedTypeSymbol? Idempotent { get; }

    public INamedTypeSymbol? ReadOnly { get; }

    public INamedTypeSymbol? Scope { get; }

    public INamedTypeSymbol? ScopeSet { get; }

    public INamedTypeSymbol? HttpSession { get; }

    public INamedTypeSymbol? MethodCallSession { get; }

    public INamedTypeSymbol? StreamSession { get; }

    public INamedTypeSymbol? RawStream { get; }

    public INamedTypeSymbol? ReadOnlyMemory { get; }

    public INamedTypeSymbol? HttpResult { get; }

    public INamedTypeSymbol? CancellationToken { get; }

    public INamedTypeSymbol? Task { get; }

    public INamedTypeSymbol? TaskOf { get; }

    public INamedTypeSymbol? ValueTask { get; }

    public INamedTypeSymbol? ValueTaskOf { get; }

    public INamedTypeSymbol? Stream { get; }

    /// <summary>Finds the types, or null when the project does not reference Pod.Runtime.</summary>
    public static KnownTypes? Find(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Pod.Runtime.Endpoint") is { } endpoint
        && compilation.GetTypeByMetadataName("Pod.Runtime.Session") is { } session
            ? new KnownTypes(compilation, endpoint, session)
            : null;

    public static bool Is(ITypeSymbol type, INamedTypeSymbol? known) =>
        known is not null && SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, known);

    public static bool DerivesFrom(ITypeSymbol type, INamedTypeSymbol ancestor)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (Is(current, ancestor))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether HTTP can send a result of this type as it is, without a codec.</summary>
    public bool IsRaw(ITypeSymbol type) => Is(type, RawStream) || Is(type, HttpResult)
        || (Is(type, ReadOnlyMemory) && type is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Byte }] });

    /// <summary>Whether a class or one of its bases has an attribute.</summary>
    public static bool IsMarked(INamedTypeSymbol type, INamedTypeSymbol? attribute) =>
        Attribute(type, attribute) is not null || (type.BaseType is { } parent && IsMarked(parent, attribute));

    /// <summary>The text of <c>[Obsolete]</c>; null where there is none.</summary>
    public string? ObsoleteText(ISymbol symbol) => Attribute(symbol, Obsolete) is { } attribute
        ? attribute.ConstructorArguments is [{ Value: string text }, ..] ? text : "Obsolete."
        : null;

    public static AttributeData? Attribute(ISymbol symbol, INamedTypeSymbol? attribute) => attribute is null
        ? null
        : symbol.GetAttributes().FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.AttributeClass, attribute));
}
