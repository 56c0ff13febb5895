using System.Collections.Concurrent;
using ChatApp.Client;
using ChatApp.Model;
using ChatApp.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using static Pod.Client.Tests.TestStreams;

namespace Pod.Client.Tests;

public sealed class ConnectionTests : IAsyncLifetime
{
    private static readonly PodBackoff AtOnce = new() { FirstDelay = TimeSpan.FromMilliseconds(1), Attempts = 50 };

    private readonly ConcurrentQueue<HttpContext> _sockets = [];
    private TestHost _host = null!;

    public async Task InitializeAsync() => _host = await TestHost.StartAsync(map: app => app.Use((context, next) =>
    {
        if (context.Request.Path == "/v1/websocket")
        {
            _sockets.Enqueue(context);
        }

        return next(context);
    }));

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task The_state_follows_the_socket()
    {
        await using var client = new ChatClient(_host.Url);
        var states = new ConcurrentQueue<PodConnectionState>();
        client.ConnectionStateChanged += (_, change) => states.Enqueue(change.State);

        Assert.Equal(PodConnectionState.Disconnected, client.ConnectionState);
        await foreach (var _ in client.Probe.CountAsync(1))
        {
            Assert.Equal(PodConnectionState.Connected, client.ConnectionState);
        }

        await IsTrueEventuallyAsync(() => client.ConnectionState == PodConnectionState.Disconnected);
        Assert.Equal([PodConnectionState.Connecting, PodConnectionState.Connected, PodConnectionState.Disconnected], states);
    }

    [Fact]
    public async Task A_lost_stream_is_opened_again_if_asked_for()
    {
        var reopened = new ConcurrentQueue<PodClientCall>();
        await using var client = new ChatClient(_host.Url, new PodClientOptions { Reconnect = AtOnce, OnReconnected = reopened.Enqueue });
        var states = new ConcurrentQueue<PodConnectionState>();
        client.ConnectionStateChanged += (_, change) => states.Enqueue(change.State);
        await using var watch = client.Message.WatchAsync(1).GetAsyncEnumerator();
        await ReadFirstAsync(client, watch);
        var next = watch.MoveNextAsync().AsTask();

        Assert.True(_sockets.TryDequeue(out var lost));
        lost.Abort();
        await IsTrueEventuallyAsync(() => !reopened.IsEmpty);
        await client.Message.PostAsync(1, "ada", "after the loss");

        Assert.True(await next.WaitAsync(TestHost.Patience));
        Assert.Equal("after the loss", watch.Current.Text);
        var call = Assert.Single(reopened);
        Assert.Equal(("message", "watch"), (call.Endpoint, call.Method));
        Assert.IsType<PodClientStreamClosedException>(call.Exception);
        Assert.Contains(PodConnectionState.Reconnecting, states);
        Assert.Equal(PodConnectionState.Connected, client.ConnectionState);
    }

    [Fact]
    public async Task A_lost_stream_ends_otherwise_and_so_does_one_with_inputs()
    {
        await using var plain = new ChatClient(_host.Url);
        await EndsWithItsSocketAsync(plain.Probe.SilentAsync());
        await using var reconnecting = new ChatClient(_host.Url, new PodClientOptions { Reconnect = AtOnce });
        await EndsWithItsSocketAsync(reconnecting.Message.ShoutAsync(NeverAsync()));
    }

    [Fact]
    public async Task Streams_end_as_soon_as_the_device_is_offline()
    {
        var device = new Device();
        await using var client = new ChatClient(_host.Url, new PodClientOptions { Connectivity = device });
        await using var stream = client.Probe.SilentAsync().GetAsyncEnumerator();
        var next = stream.MoveNextAsync().AsTask();
        await _host.Probe.WaitAsync("silent running").WaitAsync(TestHost.Patience);

        device.GoOffline();

        await Assert.ThrowsAsync<PodClientStreamClosedException>(() => next.WaitAsync(TestHost.Patience));
    }

    [Fact]
    public async Task A_client_that_is_disposed_while_reconnecting_stops_trying()
    {
        var client = new ChatClient(_host.Url, new PodClientOptions { Reconnect = new PodBackoff { FirstDelay = TimeSpan.FromDays(1), LongestDelay = TimeSpan.FromDays(1) } });
        await using var watch = client.Message.WatchAsync(1).GetAsyncEnumerator();
        await ReadFirstAsync(client, watch);
        var next = watch.MoveNextAsync().AsTask();
        Assert.True(_sockets.TryDequeue(out var lost));
        lost.Abort();
        await IsTrueEventuallyAsync(() => client.ConnectionState == PodConnectionState.Disconnected);

        await client.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => next.WaitAsync(TestHost.Patience));
    }

    // A stream that has given an item is open on both sides.
    private async Task ReadFirstAsync(ChatClient client, IAsyncEnumerator<Message> watch)
    {
        var first = watch.MoveNextAsync().AsTask();
        await _host.Probe.WaitAsync("watching:1").WaitAsync(TestHost.Patience);
        await client.Message.PostAsync(1, "ada", "first");
        Assert.True(await first.WaitAsync(TestHost.Patience));
    }

    private async Task EndsWithItsSocketAsync<T>(IAsyncEnumerable<T> stream)
    {
        var next = stream.GetAsyncEnumerator().MoveNextAsync().AsTask();
        HttpContext? lost = null;
        await IsTrueEventuallyAsync(() => _sockets.TryDequeue(out lost));
        await IsTrueEventuallyAsync(() => _host.Probe.OpenSessions > 0);
        lost!.Abort();
        await Assert.ThrowsAnyAsync<PodClientStreamException>(() => next.WaitAsync(TestHost.Patience));
    }

    private static async IAsyncEnumerable<string> NeverAsync()
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None);
        yield return "";
    }

    private sealed class Device : IConnectivity
    {
        public event EventHandler? Changed;

        public bool IsOnline { get; private set; } = true;

        public void GoOffline()
        {
            IsOnline = false;
            Changed?.Invoke(this, EventArgs.Empty);
        }
    }
}
