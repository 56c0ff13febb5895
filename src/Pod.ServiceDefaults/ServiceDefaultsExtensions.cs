using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Pod.ServiceDefaults.Discovery;
using Pod.ServiceDefaults.Health;
using Pod.ServiceDefaults.Resilience;
using Pod.ServiceDefaults.Telemetry;

namespace Microsoft.Extensions.Hosting;

/// <summary>What every service of an application should do.</summary>
public static class ServiceDefaultsExtensions
{
    private const string LiveTag = "live";

    /// <summary>
    /// Adds telemetry, health checks, and to every <see cref="HttpClient"/> of the factory service discovery and retries of calls that change nothing.
    /// Calling it twice is harmless.
    /// </summary>
    /// <param name="builder">The application's builder.</param>
    /// <returns>The same builder.</returns>
    public static TBuilder AddServiceDefaults<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (builder.Services.Any(static service => service.ServiceType == typeof(ServiceAddresses)))
        {
            return builder;
        }

        builder.ConfigureOpenTelemetry();
        builder.AddDefaultHealthChecks();
        builder.Services.AddSingleton<ServiceAddresses>();
        builder.Services.AddTransient<ServiceDiscoveryHandler>();
        builder.Services.AddTransient<SafeRetryHandler>();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.ConfigureHttpClientDefaults(static client => client.AddHttpMessageHandler<SafeRetryHandler>().AddHttpMessageHandler<ServiceDiscoveryHandler>());
        return builder;
    }

    /// <summary>
    /// Collects the traces, metrics and logs of ASP.NET Core, <see cref="HttpClient"/>, .NET and Pod, and sends them over OTLP if
    /// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set. Without it nothing listens and nothing is collected but metrics.
    /// </summary>
    /// <param name="builder">The application's builder.</param>
    /// <returns>The same builder.</returns>
    public static TBuilder ConfigureOpenTelemetry<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        TelemetrySetup.Add(builder);
        return builder;
    }

    /// <summary>Adds the check that the process answers, and the one that it is not stopping.</summary>
    /// <param name="builder">The application's builder.</param>
    /// <returns>The same builder.</returns>
    public static TBuilder AddDefaultHealthChecks<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddHealthChecks()
            .AddCheck("self", static () => HealthCheckResult.Healthy(), [LiveTag])
            .AddCheck<StoppingHealthCheck>("stopping");
        return builder;
    }

    /// <summary>Maps <c>/health</c>, which asks all checks and is 503 while the server stops, and <c>/alive</c>, which says that the process answers.</summary>
    /// <param name="app">The application.</param>
    /// <returns>The same application.</returns>
    public static WebApplication MapDefaultEndpoints(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapHealthChecks("/health");
        app.MapHealthChecks("/alive", new HealthCheckOptions { Predicate = static check => check.Tags.Contains(LiveTag) });
        return app;
    }
}
