namespace Pod.Client;

/// <summary>A client has no endpoint of the type, or none with the name.</summary>
public sealed class PodClientEndpointNotFoundException : PodClientException
{
    internal PodClientEndpointNotFoundException(string message)
        : base(message, null)
    {
    }
}
