using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;

namespace Pod.Runtime.Hosting;

/// <summary>
/// Listens on Pod's own port where nothing says otherwise. By the time that startup filters run, the addresses of every other source
/// (urls, HTTP_PORTS, app.Urls) have been collected; endpoints in Kestrel's section are looked for here.
/// </summary>
internal sealed class DefaultAddress(IConfiguration configuration) : IStartupFilter
{
    /// <summary>Pod's own address.</summary>
    public const string Address = "http://localhost:8080";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        if (app.ServerFeatures.Get<IServerAddressesFeature>() is { Addresses: { Count: 0, IsReadOnly: false } addresses }
            && !configuration.GetSection("Kestrel:Endpoints").GetChildren().Any())
        {
            addresses.Add(Address);
        }

        next(app);
    };
}
