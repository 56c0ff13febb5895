using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Pod.Client;
using Pod.GeneratedCode.Tests.Support;
using Sample.Client;

namespace Pod.GeneratedCode.Tests.Calls;

/// <summary>The client as a service of an application, whose defaults mean well.</summary>
#pragma warning disable CA1001 // xunit calls DisposeAsync of IAsyncLifetime.
public sealed class HostedClientTests(SampleDatabase database) : IClassFixture<SampleDatabase>, IAsyncLifetime
#pragma warning restore CA1001
{
    private readonly DroppedAnswers _drops = new();
    private SampleServer? _server;

    private Uri Address => _server!.Address;

    public async Task InitializeAsync() => _server = await SampleServer.StartAsync(database.ConnectionString, app => app.Use(_drops.InvokeAsync));

    public async Task DisposeAsync() => await _server!.DisposeAsync();

    [Fact]
    public async Task A_call_whose_answer_is_lost_after_the_commit_has_left_one_row()
    {
        await using var services = Services(options => options.Retry = new PodBackoff { FirstDelay = TimeSpan.Zero });
        var client = services.GetRequiredService<SampleClient>();
        var names = Enumerable.Range(0, 20).Select(static _ => Guid.NewGuid().ToString()).ToList();

        _drops.Next = int.MaxValue;
        foreach (var name in names)
        {
            await Assert.ThrowsAsync<PodClientNetworkException>(() => client.Town.FoundAsync(name));
        }

        Assert.Equal(names.Count, _drops.Seen);
        _drops.Next = 0;
        foreach (var name in names)
        {
            Assert.Equal(1, await client.Town.CountAsync(name));
        }
    }

    [Fact]
    public async Task Only_what_is_marked_is_repeated_and_only_if_asked_for()
    {
        var name = Guid.NewGuid().ToString();
        await using var services = Services(options => options.Retry = new PodBackoff { FirstDelay = TimeSpan.Zero, Attempts = 3 });
        var client = services.GetRequiredService<SampleClient>();
        _drops.Next = 3;
        await client.Town.EnsureAsync(name);
        Assert.Equal(4, _drops.Seen);
        Assert.Equal(1, await client.Town.CountAsync(name));

        _drops.Next = 4;
        await Assert.ThrowsAsync<PodClientNetworkException>(() => client.Town.EnsureAsync(name));

        await using var patient = Services(static _ => { });
        _drops.Next = 1;
        await Assert.ThrowsAsync<PodClientNetworkException>(() => patient.GetRequiredService<SampleClient>().Town.EnsureAsync(name));
    }

    [Fact]
    public async Task Service_names_are_resolved_for_calls_and_streams()
    {
        await using var services = Services(static options => options.ServerUrl = new Uri("https+http://helpdesk"), http => http.AddHttpMessageHandler(() => new Discovery(Address)));
        var client = services.GetRequiredService<SampleClient>();

        Assert.Equal(5, await client.Echo.NumberAsync(5));
        Assert.Equal([2, 1, 0], await client.Echo.CountdownAsync(2).ToListAsync());
        Assert.Same(client, services.GetRequiredService<SampleClient>());
    }

    [Fact]
    public async Task Calls_and_streams_go_through_the_HTTP_client_of_the_clients_own_name()
    {
        var (added, named, other) = (new ConcurrentQueue<string>(), new ConcurrentQueue<string>(), new ConcurrentQueue<string>());
        await using var services = Services(static _ => { }, http =>
        {
            http.AddHttpMessageHandler(() => new Listener(added));
            http.Services.AddHttpClient("SampleClient").AddHttpMessageHandler(() => new Listener(named));
            http.Services.AddHttpClient("OtherClient").AddHttpMessageHandler(() => new Listener(other));
        });
        var client = services.GetRequiredService<SampleClient>();

        await client.Echo.NumberAsync(5);
        await client.Echo.CountdownAsync(0).ToListAsync();

        Assert.Equal(["/echo/number", "/v1/websocket"], added);
        Assert.Equal(added, named);
        Assert.Empty(other);
    }

    [Fact]
    public async Task Connections_are_made_anew_every_five_minutes()
    {
        await using var services = Services(static _ => { });

        var handler = services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler("SampleClient");
        while (handler is DelegatingHandler outer)
        {
            handler = outer.InnerHandler!;
        }

        Assert.Equal(TimeSpan.FromMinutes(5), Assert.IsType<SocketsHttpHandler>(handler).PooledConnectionLifetime);
    }

    [Fact]
    public async Task A_client_without_an_address_says_which_option_to_set()
    {
        await using var services = Services(static options => options.ServerUrl = null);
        var failure = Assert.Throws<InvalidOperationException>(services.GetRequiredService<SampleClient>);
        Assert.Equal("'SampleClient' does not know its server. Set the option 'ServerUrl' in AddSampleClient.", failure.Message);
    }

    // The defaults repeat every request, as those of Aspire's service defaults do.
    private ServiceProvider Services(Action<Pod.Client.Hosting.HostedPodClientOptions> configure, Action<IHttpClientBuilder>? http = null)
    {
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(static defaults => defaults.AddHttpMessageHandler(static () => new ResilienceHandler()));
        var builder = services.AddSampleClient(options =>
        {
            options.ServerUrl = Address;
            configure(options);
        });
        http?.Invoke(builder);
        return services.BuildServiceProvider();
    }

    private sealed class Listener(ConcurrentQueue<string> paths) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            paths.Enqueue(request.RequestUri!.AbsolutePath);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Discovery(Uri address) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal(("https+http", "helpdesk"), (request.RequestUri!.Scheme, request.RequestUri.Host));
            request.RequestUri = new Uri(address, request.RequestUri.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
