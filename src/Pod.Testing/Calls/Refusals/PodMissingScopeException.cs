using Pod.Runtime;

namespace Pod.Testing;

/// <summary>The caller lacks a scope that the call needs; over HTTP this is a 403.</summary>
public sealed class PodMissingScopeException : PodTestException
{
    internal PodMissingScopeException(string endpoint, string method, Scope scope)
        : base($"'{endpoint}.{method}' needs the scope '{scope}', which the caller does not have. Name it in AuthOverride.SignedIn(\"…\", new Scope(\"{scope}\")).")
        => Scope = scope;

    /// <summary>The first scope that is missing.</summary>
    public Scope Scope { get; }
}
