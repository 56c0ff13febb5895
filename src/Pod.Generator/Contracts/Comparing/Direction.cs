namespace Pod.Generator.Contracts.Comparing;

/// <summary>Which way values of a type go, seen from a client.</summary>
[Flags]
internal enum Direction
{
    /// <summary>Nowhere.</summary>
    None = 0,

    /// <summary>To the server: arguments and input streams.</summary>
    Sent = 1,

    /// <summary>From the server: results, items, exceptions.</summary>
    Received = 2,
}
