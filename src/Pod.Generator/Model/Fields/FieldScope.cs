namespace Pod.Generator.Model;

/// <summary>Who sees a field.</summary>
public enum FieldScope
{
    /// <summary>Server and clients.</summary>
    All,

    /// <summary>Only the server's code.</summary>
    ServerOnly,

    /// <summary>Only filters and orders of queries.</summary>
    None,
}
