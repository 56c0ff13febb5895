namespace Pod.Client;

/// <summary>A client has several endpoints of the type, and no name said which.</summary>
public sealed class PodClientAmbiguousEndpointException : PodClientException
{
    internal PodClientAmbiguousEndpointException(string message)
        : base(message, null)
    {
    }
}
