namespace Pod.Protocol;

/// <summary>Who a JSON text is written for, or who it comes from.</summary>
public enum JsonAudience
{
    /// <summary>Storage and the server itself: every member, hidden ones included. Never the right choice for what a client sent.</summary>
    Everything,

    /// <summary>Clients: only what the model shows to them. What they send for a hidden member is skipped like an unknown one.</summary>
    Visible,
}
