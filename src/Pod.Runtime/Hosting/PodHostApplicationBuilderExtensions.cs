using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Pod.Runtime.Diagnostics;
using Pod.Runtime;
using Pod.Runtime.Access;
using Pod.Runtime.Caching;
using Pod.Runtime.Caching.Settings;
using Pod.Runtime.Calls;
using Pod.Runtime.Database;
using Pod.Runtime.Distribution;
using Pod.Runtime.Distribution.Postgres;
using Pod.Runtime.Hosting;
using Pod.Runtime.Hosting.Starting;
using Pod.Runtime.Http;
using Pod.Runtime.Messages.Delivery;
using Pod.Runtime.Messages.Settings;
using Pod.Runtime.Sessions;
using Pod.Runtime.Streams;

namespace Microsoft.Extensions.Hosting;

/// <summary>Adds Pod to an application.</summary>
public static class PodHostApplicationBuilderExtensions
{
    /// <summary>Adds the endpoints of a generated protocol and everything that they need. Adding it again changes nothing.</summary>
    /// <remarks>
    /// Settings come from the configuration section <c>Pod</c>. The server listens on http://localhost:8080 unless something else is
    /// configured.
    /// </remarks>
    /// <typeparam name="TProtocol">The generated class <c>Protocol</c>.</typeparam>
    /// <example><code>
    /// var builder = WebApplication.CreateBuilder(args);
    /// builder.AddPod&lt;Protocol>();
    /// var app = builder.Build();
    /// app.MapPod();
    /// await app.RunAsync();
    /// </code></example>
    public static IHostApplicationBuilder AddPod<TProtocol>(this IHostApplicationBuilder builder)
        where TProtocol : PodServerProtocol, new()
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (services.Any(static service => service.ServiceType == typeof(PodServerProtocol)))
        {
            return builder;
        }

        StartupFailures.ReportInPlainWords();
        StartupFailures.KeepStackTracesOut(builder.Logging);
        var protocol = new TProtocol();
        services.AddSingleton<PodServerProtocol>(protocol);
        foreach (var endpoint in protocol.AllEndpoints)
        {
            endpoint.Register(services);
        }

        services.AddOptions<PodOptions>()
            .Bind(builder.Configuration.GetSection(PodOptions.SectionName))
            .Validate(static o => o.MaxRequestSize is > 0 and <= int.MaxValue, "Pod:MaxRequestSize must be between 1 and 2147483647.")
            .Validate(static o => o.WebSocketPingInterval > TimeSpan.Zero, "Pod:WebSocketPingInterval must be longer than nothing.")
            .Validate(static o => o.Streams.MaxCallsPerSocket > 0, "Pod:Streams:MaxCallsPerSocket must be at least 1.")
            .Validate(static o => o.Streams.MaxUnreadItems > 0, "Pod:Streams:MaxUnreadItems must be at least 1.")
            .Validate(static o => o.Streams.MaxDuration is null || o.Streams.MaxDuration > TimeSpan.Zero, "Pod:Streams:MaxDuration must be longer than nothing.")
            .Validate(static o => o.Http.StopTimeout >= TimeSpan.Zero, "Pod:Http:StopTimeout must not be negative.")
            .Validate(static o => o.Streams.StopTimeout >= TimeSpan.Zero, "Pod:Streams:StopTimeout must not be negative.")
            .ValidateOnStart();

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PodOptions>, CachingRules>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PodOptions>, MessagingRules>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PodOptions>, DatabaseRules>());
        services.AddRouting();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(static provider => new PodPasswords(provider.GetRequiredService<IConfiguration>()));
        services.TryAddSingleton<SessionLogger>();
        services.TryAddSingleton<ISessionFactory, SessionFactory>();
        services.TryAddScoped<CurrentSession>();
        services.TryAddScoped(static scope => scope.GetRequiredService<CurrentSession>().Required);
        services.TryAddSingleton<ServerDatabase>();
        services.AddHostedService<DatabaseStartup>();
        services.AddHostedService<StartupReport>();
        services.TryAddSingleton<LocalMessages>();
        services.TryAddSingleton(static provider => DistributionStartup.NewMessages(provider));
        services.TryAddSingleton<PostgresBackplane>();
        services.AddHostedService<DistributionStartup>();
        services.TryAddSingleton<CacheCodecs>();
        services.TryAddSingleton<ServerCaches>();
        services.TryAddTransient(static provider => provider.GetRequiredService<SessionResources>().ForNewSession().Caches);
        services.TryAddSingleton<SessionResources>();
        services.TryAddSingleton<CallFilters>();
        services.TryAddSingleton<CallAccess>();
        services.TryAddSingleton<CallFailures>();
        services.TryAddSingleton<AllowedOrigins>();
        services.TryAddSingleton<Stopping>();
        services.TryAddSingleton<HttpCalls>();
        services.TryAddSingleton<StreamServices>();
        services.TryAddSingleton<StreamSockets>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, CallMatcherPolicy>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, PodMatcherPolicy>());
        services.TryAddEnumerable(ServiceDescriptor.Transient<IStartupFilter, DefaultAddress>());
        return builder;
    }

    /// <summary>Adds Pod as <see cref="AddPod{TProtocol}(IHostApplicationBuilder)"/> does, and obeys the arguments of the process.</summary>
    /// <remarks>
    /// <c>--apply-migrations</c> and <c>--apply-repair-migration</c> change the database before the server listens; <c>--role maintenance</c> does what
    /// is asked without listening and ends with the outcome; <c>--healthcheck</c> asks the running server whether it is ready, and ends the process here with
    /// 0 or 1. An unknown argument ends the process with exit code 1; what comes after <c>--</c> is the
    /// application's.
    /// </remarks>
    /// <typeparam name="TProtocol">The generated class <c>Protocol</c>.</typeparam>
    /// <param name="builder">The application's builder.</param>
    /// <param name="args">The arguments of the process.</param>
    /// <example><code>
    /// var builder = WebApplication.CreateBuilder(args);
    /// builder.AddPod&lt;Protocol>(args);
    /// </code></example>
    /// <exception cref="PodStartException">An argument is unknown or malformed.</exception>
    public static IHostApplicationBuilder AddPod<TProtocol>(this IHostApplicationBuilder builder, string[] args)
        where TProtocol : PodServerProtocol, new()
    {
        ArgumentNullException.ThrowIfNull(args);
        builder.AddPod<TProtocol>();
        var arguments = ServerArguments.Parse(args);
        if (arguments.HiddenSettings.Count > 0)
        {
            builder.Configuration.AddInMemoryCollection(arguments.HiddenSettings);
        }

        if (arguments.IsHealthCheck)
        {
            HealthProbe.Run(builder.Configuration);
        }

        builder.Services.PostConfigure<PodOptions>(options =>
        {
            options.Migrations.Apply = arguments.ApplyMigrations ? MigrationApplication.OnStart : options.Migrations.Apply;
            options.Migrations.ApplyRepair |= arguments.ApplyRepair;
        });
        if (arguments.Role == ServerRole.Maintenance)
        {
            builder.Services.AddSingleton<IServer, NoListener>();
            builder.Services.AddHostedService<MaintenanceRun>();
        }

        return builder;
    }
}
