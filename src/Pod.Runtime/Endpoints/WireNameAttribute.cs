namespace Pod.Runtime;

/// <summary>Keeps the published name of an endpoint, a method or a parameter after it was renamed in C#.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Parameter, Inherited = false)]
public sealed class WireNameAttribute(string name) : Attribute
{
    /// <summary>The name that travels.</summary>
    public string Name { get; } = name;
}
