using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Pod.ServiceDefaults.Discovery;

/// <summary>
/// Addresses of services by name, from the configuration that Aspire gives: <c>services:server:https:0</c>. The scheme may name several, the best first
/// (<c>https+http://server</c>), and the host one of several endpoints (<c>http://_api.server</c>). Several addresses take turns.
/// </summary>
internal sealed class ServiceAddresses(IConfiguration configuration)
{
    private int _turn;

    /// <summary>Gives the address that a URL stands for; the URL itself when it names no service.</summary>
    public Uri Resolve(Uri url)
    {
        var schemes = url.Scheme.Split('+');
        var (endpoint, service) = Split(url.Host);
        foreach (var key in endpoint is null ? schemes : [endpoint])
        {
            var addresses = configuration.GetSection($"services:{service}:{key}").GetChildren().OrderBy(static child => int.Parse(child.Key, CultureInfo.InvariantCulture))
                .Select(static child => child.Value).OfType<string>().ToList();
            if (addresses.Count > 0)
            {
                return new Uri(new Uri(addresses[(int)((uint)Interlocked.Increment(ref _turn) % (uint)addresses.Count)]), url.PathAndQuery);
            }
        }

        return schemes.Length == 1 ? url : new UriBuilder(url) { Scheme = schemes[0], Port = url.IsDefaultPort ? -1 : url.Port }.Uri;
    }

    private static (string? Endpoint, string Service) Split(string host) =>
        host.StartsWith('_') && host.Split('.', 2) is [var endpoint, var service] ? (endpoint[1..], service) : (null, host);
}
