using System.Net.Http.Headers;
using Pod.Protocol;

namespace Pod.Client.Http;

/// <summary>Sends calls by HTTP.</summary>
internal sealed class HttpCaller(PodClient client, HttpClient http)
{
    // New addresses of the server are noticed within this time.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    public static HttpClient CreateHttpClient()
        => new(OperatingSystem.IsBrowser() ? new HttpClientHandler() : new SocketsHttpHandler { PooledConnectionLifetime = ConnectionLifetime })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };

    public async Task CallAsync(string endpoint, string method, EncodedArguments arguments, CancellationToken cancellationToken)
        => await SendAsync(endpoint, method, arguments, cancellationToken).ConfigureAwait(false);

    public async Task<T> CallAsync<T>(
        string endpoint, string method, EncodedArguments arguments, JsonCodec<T> result, CancellationToken cancellationToken)
    {
        var body = await SendAsync(endpoint, method, arguments, cancellationToken).ConfigureAwait(false);
        try
        {
            return PodJson.Decode(result, body, JsonAudience.Visible);
        }
        catch (PodJsonException e)
        {
            throw new PodClientProtocolException($"The result of {endpoint}/{method}", e);
        }
    }

    private async Task<byte[]> SendAsync(string endpoint, string method, EncodedArguments arguments, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(client.Options.ConnectTimeout, client.Options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(client.ServerUrl, $"{endpoint}/{method}"))
            {
                Content = new ByteArrayContent(arguments.Json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
            };
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            var body = await response.Content.ReadAsByteArrayAsync(either.Token).ConfigureAwait(false);
            return response.IsSuccessStatusCode
                ? body
                : throw HttpFailure.From(response, $"{endpoint}/{method}", body, client.Models);
        }
        catch (OperationCanceledException e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ObjectDisposedException.ThrowIf(client.IsDisposed, client);
            throw new PodClientTimeoutException($"{endpoint}/{method}: the server did not answer within {client.Options.ConnectTimeout}.", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new PodClientNetworkException($"{endpoint}/{method}: there is no connection to {client.ServerUrl}, or it broke.", e);
        }
    }
}
