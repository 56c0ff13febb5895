namespace Pod.Client.Hosting;

/// <summary>
/// Gives the request that opens the socket of all streams the address as the application wrote it. So a handler that resolves the names of
/// services finds what it knows from calls; upgrading to a socket works over http as over ws.
/// </summary>
internal sealed class StreamAddressHandler(Uri serverUrl, HttpMessageHandler next) : DelegatingHandler(next)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = new UriBuilder(request.RequestUri!) { Scheme = serverUrl.Scheme, Port = serverUrl.IsDefaultPort ? -1 : serverUrl.Port }.Uri;
        return base.SendAsync(request, cancellationToken);
    }
}
