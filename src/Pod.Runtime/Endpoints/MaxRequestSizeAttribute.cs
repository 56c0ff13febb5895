namespace Pod.Runtime;

/// <summary>Another limit for the size of request bodies than <c>Pod:MaxRequestSize</c>, for an endpoint or one of its methods.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class MaxRequestSizeAttribute(long bytes) : Attribute
{
    /// <summary>The most bytes that a body may have.</summary>
    public long Bytes { get; } = bytes;
}
