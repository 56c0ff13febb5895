namespace Pod.Protocol.Streams;

/// <summary>What the server answers to the opening of a call.</summary>
public enum StreamOpenResult
{
    /// <summary>The call runs.</summary>
    Success,

    /// <summary>There is no such endpoint, method, or it is no streaming method.</summary>
    EndpointNotFound,

    /// <summary>The caller must sign in.</summary>
    AuthenticationFailed,

    /// <summary>The caller may not do this.</summary>
    AuthorizationDeclined,

    /// <summary>The arguments do not fit the method.</summary>
    InvalidArguments,
}
