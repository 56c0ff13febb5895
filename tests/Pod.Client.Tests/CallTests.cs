using System.Net;
using System.Net.Sockets;
using ChatApp;
using ChatApp.Client;
using ChatApp.Model;
using ChatApp.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Pod.Client.Http;

namespace Pod.Client.Tests;

public sealed class CallTests : IAsyncLifetime
{
    private TestHost _host = null!;
    private ChatClient _client = null!;

    public async Task InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _client = new ChatClient(_host.Url);
    }

    public async Task DisposeAsync()
    {
        await _client.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Calls_carry_arguments_and_results()
    {
        var message = await _client.Message.PostAsync(3, "ada", "Grüße\n\"'<");
        Assert.Equal((3L, "ada", "Grüße\n\"'<"), (message.Id, message.Author, message.Text));
        Assert.Equal(50, (await _client.Message.LatestAsync(1)).Count);
        Assert.Null(await _client.Probe.MaybeAsync(null));
        Assert.Equal(5, await _client.Probe.MaybeAsync(5));
    }

    [Fact]
    public void Connections_are_made_anew_every_five_minutes()
    {
        using var handler = HttpCaller.CreateHandler();

        Assert.Equal(TimeSpan.FromMinutes(5), Assert.IsType<SocketsHttpHandler>(handler).PooledConnectionLifetime);
    }

    [Fact]
    public async Task Many_calls_run_at_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => _client.Probe.EchoAsync($"{i}")));
        Assert.Equal(Enumerable.Range(0, 100).Select(static i => $"{i}"), answers);
    }

    [Fact]
    public async Task Declared_exceptions_arrive_as_themselves()
    {
        var failure = await Assert.ThrowsAsync<ChannelNotFound>(() => _client.Message.PostAsync(-4, "ada", "x"));
        Assert.Equal(-4, failure.ChannelId);
    }

    [Fact]
    public async Task Refusals_have_a_type_per_status()
    {
        var server = await Assert.ThrowsAsync<PodClientServerErrorException>(() => _client.Probe.ThrowAsync("other"));
        Assert.Equal(HttpStatusCode.InternalServerError, server.StatusCode);
        Assert.True(Guid.TryParse(server.SessionId, out _));
        await Assert.ThrowsAsync<PodClientServerErrorException>(() => _client.Probe.ThrowAsync("secret"));
        var bad = await Assert.ThrowsAsync<PodClientBadRequestException>(() => _client.Probe.UnknownAsync());
        Assert.Equal("Endpoint 'probe' has no method 'unknown'.", bad.Body);
        var large = await Assert.ThrowsAsync<PodClientHttpException>(() => _client.Probe.TinyAsync("0123456789"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        await using var elsewhere = new ChatClient(new Uri(_host.Url, "/nowhere"));
        await Assert.ThrowsAsync<PodClientNotFoundException>(() => elsewhere.Probe.EchoAsync("x"));
    }

    [Fact]
    public async Task An_answer_that_cannot_be_decoded_names_the_path()
    {
        var failure = await Assert.ThrowsAsync<PodClientProtocolException>(() => _client.Probe.WrongTypeAsync("secret"));
        Assert.Equal("$", failure.Path);
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"className":"Unheard","data":{}}""")]
    [InlineData("""{"className":"ChannelNotFound","data":{"channelId":"x"}}""")]
    public async Task An_exception_that_the_client_does_not_know_is_a_bad_request(string body)
    {
        await using var host = await TestHost.StartAsync(map: app => app.MapPost("/probe/echo", () => Results.Text(body, "application/json", statusCode: 400)));
        await using var client = new ChatClient(host.Url);
        Assert.Equal(body, (await Assert.ThrowsAsync<PodClientBadRequestException>(() => client.Probe.EchoAsync("x"))).Body);
    }

    [Fact]
    public async Task Cancelling_aborts_the_call_on_both_sides()
    {
        using var stop = new CancellationTokenSource();
        var call = _client.Probe.HangAsync(stop.Token);
        await _host.Probe.WaitAsync("hanging").WaitAsync(TestHost.Patience);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await _host.Probe.WaitAsync("hang cancelled").WaitAsync(TestHost.Patience);
    }

    [Fact]
    public async Task A_call_ends_after_its_timeout()
    {
        var time = new FakeTime();
        await using var client = new ChatClient(_host.Url, new PodClientOptions { TimeProvider = time });
        var call = client.Probe.HangAsync();
        await _host.Probe.WaitAsync("hanging").WaitAsync(TestHost.Patience);
        time.Advance(TimeSpan.FromSeconds(20));
        await Assert.ThrowsAsync<PodClientTimeoutException>(() => call.WaitAsync(TestHost.Patience));
        await _host.Probe.WaitAsync("hang cancelled").WaitAsync(TestHost.Patience);
    }

    [Fact]
    public async Task Without_a_server_there_is_a_network_exception()
    {
        await using var client = new ChatClient(UnusedUrl());
        await Assert.ThrowsAsync<PodClientNetworkException>(() => client.Probe.EchoAsync("x"));
    }

    [Fact]
    public async Task A_disposed_client_says_so_and_leaves_foreign_http_clients_alone()
    {
        var client = new ChatClient(_host.Url, new PodClientOptions { HttpClient = _host.Http });
        Assert.Equal("x", await client.Probe.EchoAsync("x"));
        await client.DisposeAsync();
        await client.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.Probe.EchoAsync("x"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.Probe.CountAsync(1).ToListAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Http.GetAsync(new Uri("/", UriKind.Relative))).StatusCode);
    }

    [Theory]
    [InlineData("ftp://example.com/")]
    [InlineData("/relative")]
    [InlineData("http://example.com/?a=1")]
    public void Addresses_that_are_none_are_refused(string url)
        => Assert.Throws<ArgumentException>(() => new ChatClient(new Uri(url, UriKind.RelativeOrAbsolute)));

    [Theory]
    [InlineData("http://example.com", "http://example.com/")]
    [InlineData("https://example.com:8443/api", "https://example.com:8443/api/")]
    [InlineData("https://example.com/api/", "https://example.com/api/")]
    public async Task A_missing_final_slash_is_added(string url, string expected)
    {
        await using var client = new ChatClient(new Uri(url));
        Assert.Equal(new Uri(expected), client.ServerUrl);
    }

    private static Uri UnusedUrl()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
