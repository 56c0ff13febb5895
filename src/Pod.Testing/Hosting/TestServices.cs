using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Pod.Database;
using Pod.Runtime;
using Pod.Runtime.Hosting;
using Pod.Runtime.Sessions;
using Pod.Testing.Calls;
using Pod.Testing.Isolating;
using Pod.Testing.Logs;
using Pod.Testing.Scopes;
using Pod.Testing.Wire;

namespace Pod.Testing.Hosting;

/// <summary>What is different in a server under test: database, clock, log, messages and listener. Everything else is the application's.</summary>
internal sealed class TestServices(PodTestHost host, HostDatabase database)
{
    public void Configure(IHostBuilder builder)
    {
        if (host.Options.Configure is { } configure)
        {
            builder.ConfigureAppConfiguration((_, configuration) => configure(configuration));
        }

        builder.ConfigureServices((_, services) => Configure(services));
    }

    private void Configure(IServiceCollection services)
    {
        services.RemoveAll<NpgsqlDataSource>();
        // First among the hosted services: the database has to be there when the server opens it.
        services.Insert(0, ServiceDescriptor.Singleton<IHostedService>(provider => new TestDatabaseStartup(database, provider)));
        services.RemoveAll<TimeProvider>();
        services.AddSingleton<TimeProvider>(host.Clock);
        // A connection that listens would outlive the database of a test; what a test posts stays in it anyway.
        services.PostConfigure<PodOptions>(static options => options.Messaging.Backplane =
            options.Messaging.Backplane == MessageBackplane.Postgres ? MessageBackplane.None : options.Messaging.Backplane);
        if (host.Options.ApplyMigrations == ApplyMigrations.Models)
        {
            services.PostConfigure<PodOptions>(static options => options.Migrations.Apply = MigrationApplication.Never);
        }

        services.PostConfigure<PodOptions>(options =>
        {
            foreach (var (name, value) in host.Options.RuntimeParameters)
            {
                options.Database.RuntimeParameters[name] = value;
            }
        });
        services.RemoveAll<SessionResources>();
        services.AddSingleton<SessionResources>(static provider => ActivatorUtilities.CreateInstance<HostResources>(provider));
        services.AddSingleton<IDatabaseInterceptor, QueryRecorder>();
        foreach (var interceptor in host.Options.Interceptors)
        {
            services.AddSingleton(interceptor);
        }

        services.RemoveAll<ILoggerProvider>();
        services.AddSingleton<ILoggerProvider>(new TestLoggerProvider(host.Options.Output, host.Options.WriteLine));
        // The outermost filter sees every exception before anybody makes an answer of it.
        services.Insert(0, ServiceDescriptor.Singleton<IPodFilter, OutcomeFilter>());
        services.AddSingleton<IPodExceptionHandler, OutcomeHandler>();
        TestAuthenticator.Wrap(services);
        Listen(services);
        host.Options.ConfigureServices?.Invoke(services);
    }

    private void Listen(IServiceCollection services)
    {
        foreach (var descriptor in services.Where(static service => service.ImplementationType == typeof(DefaultAddress)).ToList())
        {
            services.Remove(descriptor);
        }

        services.AddSingleton<IConnectionListenerFactory>(host.Transport);
        services.Insert(0, ServiceDescriptor.Transient<IStartupFilter, ConnectionScopes>());
        services.PostConfigure<KestrelServerOptions>(options =>
        {
            // Ports of the configuration would be taken by another server under test.
            options.ConfigurationLoader = null;
            options.Listen(InMemoryEndPoint.Instance);
            if (host.Options.Http)
            {
                options.Listen(System.Net.IPAddress.Loopback, 0);
            }
        });
    }
}
