namespace Pod.Generator.Model.Endpoints;

/// <summary>How a method is called.</summary>
public enum EndpointMethodKind
{
    /// <summary>One request, one answer, over HTTP.</summary>
    Call,

    /// <summary>A stream of results over the WebSocket.</summary>
    Stream,

    /// <summary>One answer over the WebSocket, after streams of input.</summary>
    StreamingCall,
}
