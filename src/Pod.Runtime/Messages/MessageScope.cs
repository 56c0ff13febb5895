namespace Pod.Runtime;

/// <summary>How far a message goes.</summary>
public enum MessageScope
{
    /// <summary>To every server when there is a backplane, otherwise to this one.</summary>
    Auto,

    /// <summary>To this server only.</summary>
    Local,

    /// <summary>To every server.</summary>
    Global,
}
