using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Pod.Runtime.Hosting.Starting;

/// <summary>Where a server with some configuration listens, in the order in which ASP.NET Core and Kestrel look. What the application's code adds is not known.</summary>
internal static class ListeningAddress
{
    /// <summary>Gives the address that is asked with the least effort: the first one without encryption, else the first one.</summary>
    public static BindingAddress Of(IConfiguration configuration)
    {
        var addresses = All(configuration).Select(BindingAddress.Parse).ToList();
        return addresses.Find(static address => address.Scheme == Uri.UriSchemeHttp) ?? addresses[0];
    }

    private static IReadOnlyList<string> All(IConfiguration configuration)
    {
        IReadOnlyList<string>[] sources =
        [
            [.. configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(static endpoint => endpoint["Url"]).OfType<string>()],
            Words(configuration, WebHostDefaults.ServerUrlsKey),
            [
                .. Words(configuration, WebHostDefaults.HttpPortsKey).Select(static port => $"http://*:{port}"),
                .. Words(configuration, WebHostDefaults.HttpsPortsKey).Select(static port => $"https://*:{port}"),
            ],
        ];
        return sources.FirstOrDefault(static addresses => addresses.Count > 0) ?? [DefaultAddress.Address];
    }

    private static string[] Words(IConfiguration configuration, string key) =>
        configuration[key]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
