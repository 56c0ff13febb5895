namespace Pod.Generator;

/// <summary>The project a generated file belongs to.</summary>
public enum GenerationTarget
{
    /// <summary>The server project.</summary>
    Server,

    /// <summary>The client project.</summary>
    Client,

    /// <summary>The project of the server's tests. The paths of its files count from the server's folder.</summary>
    Tests,
}
