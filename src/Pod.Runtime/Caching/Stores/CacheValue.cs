namespace Pod.Runtime.Caching.Stores;

/// <summary>A value as a store keeps it.</summary>
/// <param name="Type">The wire name of the type that it was stored as.</param>
/// <param name="Json">The value.</param>
internal readonly record struct CacheValue(string Type, ReadOnlyMemory<byte> Json)
{
    /// <summary>What stands for a loader's null.</summary>
    public static readonly CacheValue Null = new("null", ReadOnlyMemory<byte>.Empty);

    public bool IsNull => Json.IsEmpty;
}
