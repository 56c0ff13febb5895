namespace Pod.Runtime;

/// <summary>What carries messages from server to server.</summary>
public enum MessageBackplane
{
    /// <summary>Redis where it was added and is configured, otherwise nothing.</summary>
    Auto,

    /// <summary>Redis; a server without it does not start.</summary>
    Redis,

    /// <summary>The notifications of the database. One connection of the pool listens, and each global message is a statement.</summary>
    Postgres,

    /// <summary>Nothing: messages stay on their server.</summary>
    None,
}
