namespace Pod.Runtime;

/// <summary>Calling the method twice with the same arguments does no more than calling it once, so clients may repeat a call whose answer was lost.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class IdempotentCallAttribute : Attribute;
