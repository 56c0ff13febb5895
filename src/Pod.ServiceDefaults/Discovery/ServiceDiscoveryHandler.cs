namespace Pod.ServiceDefaults.Discovery;

/// <summary>Sends requests for a service to one of its addresses.</summary>
internal sealed class ServiceDiscoveryHandler(ServiceAddresses addresses) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is { IsAbsoluteUri: true } url)
        {
            request.RequestUri = addresses.Resolve(url);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
