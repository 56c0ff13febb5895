namespace Pod.Runtime;

/// <summary>Only signed-in callers may call the method. Adds to what its class demands.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class RequireLoginAttribute : Attribute;
