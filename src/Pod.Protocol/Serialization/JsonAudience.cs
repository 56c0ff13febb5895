namespace Pod.Protocol;

/// <summary>Who a JSON text is written for.</summary>
public enum JsonAudience
{
    /// <summary>Storage and the server itself: every member, hidden ones included.</summary>
    Everything,

    /// <summary>Clients: only what the model shows to them.</summary>
    Visible,
}
