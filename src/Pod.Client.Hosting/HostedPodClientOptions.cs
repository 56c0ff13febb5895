namespace Pod.Client.Hosting;

/// <summary>How a client behaves that belongs to an application's services.</summary>
/// <remarks>
/// What is left null is taken from the services: <see cref="IPodAuthProvider"/>, <see cref="IConnectivity"/>; the HTTP client is that of the client's
/// own name. The clock is the services' <see cref="TimeProvider"/>, if there is one.
/// </remarks>
public sealed class HostedPodClientOptions : PodClientOptions
{
    /// <summary>The server's address: http, https, or the name of a service that a handler of the HTTP client resolves (<c>https+http://server</c>).</summary>
    public Uri? ServerUrl { get; set; }
}
