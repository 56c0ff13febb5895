namespace Pod.Testing;

/// <summary>Which way something travels.</summary>
public enum WireDirection
{
    /// <summary>From a client to the server.</summary>
    ToServer,

    /// <summary>From the server to a client.</summary>
    ToClient,
}
