namespace Pod.Runtime;

/// <summary>Only callers with all of these scopes may call the method. Adds to what its class demands.</summary>
/// <param name="scopes">The names of the scopes.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class RequireScopesAttribute(params string[] scopes) : Attribute
{
    /// <summary>The names of the scopes.</summary>
    public IReadOnlyList<string> Scopes { get; } = scopes;
}
