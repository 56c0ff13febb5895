using Microsoft.AspNetCore.Authorization;

namespace Pod.Runtime.Access;

/// <summary>What the attributes of a method and its class say about calls, read once instead of at each call.</summary>
internal sealed class MethodRules
{
    public MethodRules(EndpointDescriptor endpoint, EndpointMethod method)
    {
        Scopes = [.. method.Metadata.OfType<RequireScopesAttribute>().SelectMany(static attribute => attribute.Scopes).Select(static name => new Scope(name))];
        DemandsLogin = Scopes.Count > 0 || method.Metadata.OfType<RequireLoginAttribute>().Any();
        AllowsAnonymous = method.Metadata.Concat(endpoint.Metadata).OfType<IAllowAnonymous>().Any();
        MaxRequestSize = (method.Metadata.OfType<MaxRequestSizeAttribute>().LastOrDefault()
            ?? endpoint.Metadata.OfType<MaxRequestSizeAttribute>().LastOrDefault())?.Bytes;
    }

    public ScopeSet Scopes { get; }

    public bool DemandsLogin { get; }

    /// <summary>Whether the method stays open where the default demands a login. What the class demands itself is not loosened by it.</summary>
    public bool AllowsAnonymous { get; }

    public long? MaxRequestSize { get; }
}
