namespace Pod.Runtime;

/// <summary>Clients send no credentials with calls of this endpoint or method.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class UnauthenticatedClientCallAttribute : Attribute;
