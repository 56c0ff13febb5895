using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Pod_App.ServiceDefaults;

/// <summary>What every service of this application does. Add here what all of them should do, too.</summary>
public static class PodAppDefaults
{
    /// <summary>Adds traces, metrics and logs over OTLP, health checks, service discovery, and retries of calls that change nothing.</summary>
    public static TBuilder AddPodAppDefaults<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder => builder.AddServiceDefaults();

    /// <summary>Maps <c>/health</c>, which asks all checks, and <c>/alive</c>, which says that the process answers.</summary>
    public static WebApplication MapPodAppDefaults(this WebApplication app) => app.MapDefaultEndpoints();
}
