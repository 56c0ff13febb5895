namespace Pod.Runtime;

/// <summary>Keeps an endpoint class, or one of its methods, off the wire and out of the clients. Derived classes do not inherit it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, Inherited = false)]
public sealed class PodIgnoreAttribute : Attribute;
