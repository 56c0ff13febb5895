using System.Net.Http.Headers;
using System.Text;
using Pod.Client.Diagnostics;
using Pod.Protocol;

namespace Pod.Client.Http;

/// <summary>Sends calls by HTTP.</summary>
internal sealed class HttpCaller(PodClient client, HttpClient http)
{
    // New addresses of the server are noticed within this time.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    public static HttpClient CreateHttpClient()
        => new(CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };

    public static HttpMessageHandler CreateHandler()
        => OperatingSystem.IsBrowser() ? new HttpClientHandler() : new SocketsHttpHandler { PooledConnectionLifetime = ConnectionLifetime };

    public Task CallAsync(string endpoint, string method, EncodedArguments arguments, CancellationToken cancellationToken)
        => CallAsync(endpoint, method, arguments, static (_, _) => true, cancellationToken);

    public Task<T> CallAsync<T>(
        string endpoint, string method, EncodedArguments arguments, JsonCodec<T> result, CancellationToken cancellationToken)
        => CallAsync(
            endpoint, method, arguments,
            (body, mediaType) =>
            {
                // Some endpoints send texts and bytes as they are, and no JSON under these names.
                if (mediaType == "text/plain" && Encoding.UTF8.GetString(body) is T text)
                {
                    return text;
                }

                if (mediaType == "application/octet-stream" && body is T bytes)
                {
                    return bytes;
                }

                try
                {
                    return PodJson.Decode(result, body, JsonAudience.Visible);
                }
                catch (PodJsonException e)
                {
                    throw new PodClientProtocolException($"The result of {endpoint}/{method}", e);
                }
            },
            cancellationToken);

    private async Task<T> CallAsync<T>(
        string endpoint, string method, EncodedArguments arguments, Func<byte[], string?, T> decode, CancellationToken cancellationToken)
    {
        using var observation = CallObservation.Start(client, endpoint, method, arguments.Json);
        try
        {
            var (body, mediaType) = await SendAsync(endpoint, method, arguments, cancellationToken).ConfigureAwait(false);
            return decode(body, mediaType);
        }
        catch (Exception e)
        {
            observation.Fail(e);
            throw;
        }
    }

    // Only the server knows what a broken call has done, so only what it calls repeatable is repeated.
    private async Task<(byte[] Body, string? MediaType)> SendAsync(string endpoint, string method, EncodedArguments arguments, CancellationToken cancellationToken)
    {
        var retry = arguments.Traits.HasFlag(CallTraits.Repeatable) ? client.Options.Retry : null;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await SendAuthorizedAsync(endpoint, method, arguments, cancellationToken).ConfigureAwait(false);
            }
            catch (PodClientNetworkException) when (attempt <= retry?.Attempts)
            {
                await client.DelayAsync(retry.DelayBefore(attempt), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<(byte[] Body, string? MediaType)> SendAuthorizedAsync(string endpoint, string method, EncodedArguments arguments, CancellationToken cancellationToken)
    {
        var authorization = await client.Authorization.GetAsync(arguments.Traits, cancellationToken).ConfigureAwait(false);
        try
        {
            return await SendOnceAsync(endpoint, method, arguments, authorization, cancellationToken).ConfigureAwait(false);
        }
        catch (PodClientUnauthorizedException)
        {
            if (!await client.Authorization.RenewAsync(arguments.Traits, authorization, cancellationToken).ConfigureAwait(false))
            {
                throw;
            }
        }

        authorization = await client.Authorization.GetAsync(arguments.Traits, cancellationToken).ConfigureAwait(false);
        return await SendOnceAsync(endpoint, method, arguments, authorization, cancellationToken).ConfigureAwait(false);
    }

    private async Task<(byte[] Body, string? MediaType)> SendOnceAsync(
        string endpoint, string method, EncodedArguments arguments, string? authorization, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(client.Options.ConnectTimeout, client.Options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken, client.Disposal);
        try
        {
            using var request = CreateRequest(endpoint, method, arguments, authorization);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            var body = await response.Content.ReadAsByteArrayAsync(either.Token).ConfigureAwait(false);
            return response.IsSuccessStatusCode
                ? (body, response.Content.Headers.ContentType?.MediaType)
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

    private HttpRequestMessage CreateRequest(string endpoint, string method, EncodedArguments arguments, string? authorization)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(client.ServerUrl, $"{endpoint}/{method}"))
        {
            Content = new ByteArrayContent(arguments.Json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        request.Headers.Add(PodClient.ContractHeader, client.ContractHash);
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return request;
    }
}
