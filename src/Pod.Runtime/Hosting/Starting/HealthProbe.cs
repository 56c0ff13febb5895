using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Pod.Runtime.Hosting.Starting;

/// <summary>
/// Asks the server that another process of this machine runs with the same configuration whether it takes calls: the health check of a container that has
/// no other program. It connects to nothing else.
/// </summary>
internal static class HealthProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Ends the process with 0 if the server is ready.</summary>
    /// <exception cref="PodStartException">It is not; the message says what it answered.</exception>
    public static void Run(IConfiguration configuration)
    {
        var address = ListeningAddress.Of(configuration);
        if (address.IsUnixPipe || address.IsNamedPipe || address.Port == 0)
        {
            throw NotReady($"nothing can be asked at '{address}'. '--healthcheck' needs an address with a port, as '--urls' or HTTP_PORTS give it.");
        }

        var url = new UriBuilder(address.Scheme, HostOf(address), address.Port, HostingContract.ReadinessPath).Uri;
        var (status, text) = Ask(url, configuration["AllowedHosts"]);
        if (status != HttpStatusCode.OK)
        {
            throw NotReady($"{url} answers {(int)status}: {text}");
        }

        Console.WriteLine($"{url} answers: {text}");
        Environment.Exit(0);
    }

    private static (HttpStatusCode Status, string Text) Ask(Uri url, string? allowedHosts)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false };

        // The certificate is for the name that the public knows, and what is asked is on this machine.
        handler.SslOptions.RemoteCertificateValidationCallback = static (_, certificate, _, _) => certificate is not null;
        using var http = new HttpClient(handler) { Timeout = Patience };
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (allowedHosts?.Split(';', StringSplitOptions.TrimEntries)[0] is { Length: > 0 } host and not "*")
        {
            // Under any other name the server would refuse to answer; '*.example.org' allows every name that ends so.
            request.Headers.Host = host.Replace("*.", "health.", StringComparison.Ordinal);
        }

        try
        {
            using var response = http.Send(request);
            using var reader = new StreamReader(response.Content.ReadAsStream());
            return (response.StatusCode, reader.ReadToEnd());
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or IOException)
        {
            throw NotReady($"{url} does not answer: {exception.Message}");
        }
    }

    // Every name but localhost makes Kestrel listen on all addresses, this one among them.
    private static string HostOf(BindingAddress address) =>
        IPAddress.TryParse(address.Host, out var ip) && !ip.Equals(IPAddress.Any) && !ip.Equals(IPAddress.IPv6Any) ? address.Host : "127.0.0.1";

    private static PodStartException NotReady(string reason) => new($"The server is not ready: {reason}", PodStartException.Failed);
}
