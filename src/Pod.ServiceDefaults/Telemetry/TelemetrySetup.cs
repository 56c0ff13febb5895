using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Pod.ServiceDefaults.Telemetry;

/// <summary>Which sources are listened to, and where what they say goes.</summary>
internal static class TelemetrySetup
{
    private const string EndpointKey = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string ServiceNameKey = "OTEL_SERVICE_NAME";

    private static readonly string[] PodNames = ["Pod.Runtime", "Pod.Database", "Pod.Client", "Pod.Scheduling"];
    private static readonly string[] Sources = ["Microsoft.AspNetCore", "System.Net.Http", .. PodNames];
    private static readonly string[] Meters =
        ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Routing", "System.Net.Http", "System.Net.NameResolution", "System.Runtime", .. PodNames];

    // What asks every few seconds says nothing about users.
    private static readonly string[] QuietPaths = ["/health", "/healthz", "/alive", "/livez", "/readyz"];

    public static void Add(IHostApplicationBuilder builder)
    {
        builder.Logging.AddOpenTelemetry(static logging =>
        {
            logging.IncludeFormattedMessage = true;
            logging.IncludeScopes = true;
        });
        builder.Services.AddHostedService<TelemetryProviders>();
        IOpenTelemetryBuilder telemetry = new TelemetryBuilder(builder.Services);
        var name = builder.Configuration[ServiceNameKey] ?? builder.Environment.ApplicationName;
        telemetry.ConfigureResource(resource => resource.AddService(name));
        telemetry.WithMetrics(static metrics => metrics.AddMeter(Meters));
        telemetry.WithTracing(static tracing => tracing.AddSource(Sources).SetSampler(new QuietPathSampler(QuietPaths, new ParentBasedSampler(new AlwaysOnSampler()))));
        if (!string.IsNullOrWhiteSpace(builder.Configuration[EndpointKey]))
        {
            telemetry.UseOtlpExporter();
        }
    }
}
