using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;

namespace Pod.ServiceDefaults.Telemetry;

/// <summary>Where OpenTelemetry's own extensions put their services.</summary>
internal sealed class TelemetryBuilder(IServiceCollection services) : IOpenTelemetryBuilder
{
    public IServiceCollection Services => services;
}
