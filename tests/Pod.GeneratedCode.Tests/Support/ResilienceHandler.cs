namespace Microsoft.Extensions.Http.Resilience;

/// <summary>Stands in for the handler of that name in Microsoft's package: it sends again what failed.</summary>
internal sealed class ResilienceHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException)
        {
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
