using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Pod.Client.Hosting;

/// <summary>Adds clients to an application's services. The generated <c>Add…Client</c> calls it.</summary>
public static class PodClientServiceCollectionExtensions
{
    // New addresses of the server are noticed within this time.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>Adds a client as a singleton. Adding it twice adds it once.</summary>
    /// <typeparam name="TClient">The generated class.</typeparam>
    /// <param name="services">The services.</param>
    /// <param name="name">The name of its HTTP client.</param>
    /// <param name="create">Makes the client.</param>
    /// <param name="configure">Says where the server is and how the client behaves.</param>
    /// <returns>The HTTP client of the client, for more handlers. Handlers that repeat requests are taken out of it.</returns>
    /// <example><code>builder.Services.AddHelpdeskClient(options => options.ServerUrl = new Uri("https://api.example.com/"));</code></example>
    public static IHttpClientBuilder AddPodClient<TClient>(
        this IServiceCollection services, string name, Func<Uri, PodClientOptions, TClient> create, Action<HostedPodClientOptions> configure)
        where TClient : PodClient
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(configure);
        services.TryAddSingleton(provider => Create(provider, name, create, configure));
        return services.AddHttpClient(name)
            .ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler { PooledConnectionLifetime = ConnectionLifetime })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigureAdditionalHttpMessageHandlers(static (handlers, _) => RepeatingHandlers.RemoveFrom(handlers));
    }

    private static TClient Create<TClient>(
        IServiceProvider services, string name, Func<Uri, PodClientOptions, TClient> create, Action<HostedPodClientOptions> configure)
        where TClient : PodClient
    {
        var options = new HostedPodClientOptions { TimeProvider = services.GetService<TimeProvider>() ?? TimeProvider.System };
        configure(options);
        var serverUrl = options.ServerUrl
            ?? throw new InvalidOperationException($"'{name}' does not know its server. Set the option 'ServerUrl' in Add{name}.");
        options.AuthProvider ??= services.GetService<IPodAuthProvider>();
        options.Connectivity ??= services.GetService<IConnectivity>();
        if (options.HttpClient is null)
        {
            options.HttpClient = services.GetRequiredService<IHttpClientFactory>().CreateClient(name);

            // Each call has its own time limit.
            options.HttpClient.Timeout = Timeout.InfiniteTimeSpan;
        }

        options.StreamHandler ??= new StreamAddressHandler(serverUrl, services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(name));
        return create(serverUrl, options);
    }
}
