namespace Pod.Runtime;

/// <summary>One callable method of a known endpoint class.</summary>
/// <typeparam name="TEndpoint">The endpoint class.</typeparam>
public abstract class EndpointMethod<TEndpoint> : EndpointMethod
    where TEndpoint : Endpoint
{
    private protected EndpointMethod(string name, string[] parameters, string[] streamParameters)
        : base(name, parameters, streamParameters)
    {
    }
}
