using System.Net;
using System.Net.Sockets;
using ChatApp;
using ChatApp.Client;
using ChatApp.Model;
using ChatApp.Server;
using Microsoft.Extensions.DependencyInjection;
using Pod.Runtime.Streams;
using static Pod.Client.Tests.TestStreams;

namespace Pod.Client.Tests;

public sealed class StreamTests : IAsyncLifetime
{
    private TestHost _host = null!;
    private ChatClient _client = null!;

    private StreamSockets Sockets => _host.Services.GetRequiredService<StreamSockets>();

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
    public async Task A_stream_gives_its_items_in_order_and_can_be_enumerated_again()
    {
        var count = _client.Probe.CountAsync(1000);
        Assert.Equal(0, Sockets.AcceptedCount);
        Assert.Equal(Enumerable.Range(1, 1000), await count.ToListAsync());
        Assert.Equal(Enumerable.Range(1, 1000), await count.ToListAsync());
        await IsTrueEventuallyAsync(() => Sockets is { SocketCount: 0, CallCount: 0 } && _host.Probe.OpenSessions == 0);
    }

    [Fact]
    public async Task A_posted_message_reaches_whoever_watches()
    {
        await using var watch = _client.Message.WatchAsync(1).GetAsyncEnumerator();
        var next = watch.MoveNextAsync().AsTask();
        await _host.Probe.WaitAsync("watching:1").WaitAsync(TestHost.Patience);
        await _client.Message.PostAsync(1, "ada", "hello");
        Assert.True(await next.WaitAsync(TestHost.Patience));
        Assert.Equal("hello", watch.Current.Text);
    }

    [Fact]
    public async Task Streams_go_both_ways()
    {
        var lines = Enumerable.Range(0, 2000).Select(static i => $"line {i}").ToList();
        Assert.Equal(lines.Select(static line => line.ToUpperInvariant()), await _client.Message.ShoutAsync(lines.ToAsyncEnumerable()).ToListAsync());
        Assert.Equal(500_500, await _client.Probe.SumAsync(Numbers(100).Concat(Numbers(1000).Skip(100))).WaitAsync(TestHost.Patience));
    }

    [Fact]
    public async Task Many_streams_share_one_socket()
    {
        var silent = _client.Probe.SilentAsync().GetAsyncEnumerator();
        var waiting = silent.MoveNextAsync().AsTask();
        await _host.Probe.WaitAsync("silent running").WaitAsync(TestHost.Patience);
        var all = await Task.WhenAll(Enumerable.Range(1, 100).Select(i => _client.Probe.CountAsync(i).ToListAsync()));
        for (var i = 0; i < all.Length; i++)
        {
            Assert.Equal(Enumerable.Range(1, i + 1), all[i]);
        }

        Assert.Equal(1, Sockets.AcceptedCount);
        await _client.DisposeAsync();
        await Assert.ThrowsAsync<PodClientStreamClosedException>(() => waiting.WaitAsync(TestHost.Patience));
    }

    [Fact]
    public async Task Declared_exceptions_arrive_after_the_items_before_them()
    {
        var items = new List<int>();
        var declared = await Assert.ThrowsAsync<ChannelNotFound>(async () =>
        {
            await foreach (var item in _client.Probe.FailAfterAsync(3, declared: true))
            {
                items.Add(item);
            }
        });
        Assert.Equal(3, declared.ChannelId);
        Assert.Equal([1, 2, 3], items);
        await Assert.ThrowsAsync<PodClientStreamException>(() => _client.Probe.FailAfterAsync(1, declared: false).ToListAsync());
    }

    [Fact]
    public async Task Failures_of_inputs_reach_the_method()
    {
        Assert.Equal("done", await _client.Probe.ReadOutcomeAsync(Numbers(3)).WaitAsync(TestHost.Patience));
        Assert.Equal("declared 8", await _client.Probe.ReadOutcomeAsync(Then([1], new ChannelNotFound { ChannelId = 8 })).WaitAsync(TestHost.Patience));
        Assert.Equal("closed", await _client.Probe.ReadOutcomeAsync(Then([1], new InvalidOperationException())).WaitAsync(TestHost.Patience));
    }

    [Fact]
    public async Task Refused_openings_have_the_exception_of_the_matching_status()
    {
        await Assert.ThrowsAsync<PodClientNotFoundException>(() => _client.Probe.UnknownStreamAsync().ToListAsync());
        await Assert.ThrowsAsync<PodClientBadRequestException>(() => _client.Probe.CountWithoutArgumentAsync().ToListAsync());
        await IsTrueEventuallyAsync(() => Sockets.SocketCount == 0);
    }

    [Fact]
    public async Task Leaving_the_loop_ends_the_method()
    {
        await foreach (var item in _client.Probe.BulkAsync(10))
        {
            Assert.Equal("xxxxxxxxxx", item);
            break;
        }

        await _host.Probe.WaitAsync("bulk ended").WaitAsync(TestHost.Patience);
        await IsTrueEventuallyAsync(() => Sockets is { SocketCount: 0, CallCount: 0 } && _host.Probe.OpenSessions == 0);
    }

    [Fact]
    public async Task Cancelling_ends_both_sides()
    {
        using var stop = new CancellationTokenSource();
        var reading = _client.Probe.SilentAsync(stop.Token).ToListAsync();
        await _host.Probe.WaitAsync("silent running").WaitAsync(TestHost.Patience);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        await _host.Probe.WaitAsync("silent ended").WaitAsync(TestHost.Patience);

        using var stopCall = new CancellationTokenSource();
        var ended = new TaskCompletionSource();
        var summing = _client.Probe.ReadOutcomeAsync(Forever(ended), stopCall.Token);
        await _host.Probe.WaitAsync("read 1").WaitAsync(TestHost.Patience);
        await stopCall.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => summing);
        await ended.Task.WaitAsync(TestHost.Patience);
        await IsTrueEventuallyAsync(() => Sockets is { SocketCount: 0, CallCount: 0 } && _host.Probe.OpenSessions == 0);
    }

    [Fact]
    public async Task A_method_that_stops_reading_stops_the_input()
    {
        var ended = new TaskCompletionSource();
        var received = new List<int>();
        await foreach (var item in _client.Probe.TakeTwoAsync(Forever(ended)))
        {
            received.Add(item);
            if (received.Count == 2)
            {
                await ended.Task.WaitAsync(TestHost.Patience);
                _host.Probe.Signal("finish");
            }
        }

        Assert.Equal([1, 2, -1], received);
    }

    [Fact]
    public async Task A_slow_reader_slows_its_producer_but_not_a_stream_that_comes_later()
    {
        await using var slow = _client.Probe.BulkAsync(10_000).GetAsyncEnumerator();
        Assert.True(await slow.MoveNextAsync());
        await StandsStillAsync(() => _host.Probe.Produced);
        Assert.InRange(_host.Probe.Produced, 1, 5000);

        Assert.Equal([1, 2, 3], await _client.Probe.CountAsync(3).ToListAsync());
        for (var i = 0; i < 1000; i++)
        {
            Assert.True(await slow.MoveNextAsync().AsTask().WaitAsync(TestHost.Patience));
            Assert.Equal(10_000, slow.Current.Length);
        }

        Assert.Equal(1, Sockets.AcceptedCount);
    }

    [Fact]
    public async Task A_server_that_is_killed_ends_every_stream_with_a_typed_exception()
    {
        var reading = _client.Probe.SilentAsync().ToListAsync();
        var ended = new TaskCompletionSource();
        var summing = _client.Probe.ReadOutcomeAsync(Forever(ended));
        await _host.Probe.WaitAsync("silent running").WaitAsync(TestHost.Patience);
        await _host.Probe.WaitAsync("read 1").WaitAsync(TestHost.Patience);
        await _host.DisposeAsync();
        await Assert.ThrowsAnyAsync<PodClientStreamException>(() => reading);
        await Assert.ThrowsAnyAsync<PodClientStreamException>(() => summing.WaitAsync(TestHost.Patience));
        await ended.Task.WaitAsync(TestHost.Patience);
        await Assert.ThrowsAsync<PodClientStreamConnectException>(() => _client.Probe.CountAsync(1).ToListAsync());
    }

    [Fact]
    public async Task A_disposed_client_ends_its_streams()
    {
        var reading = _client.Probe.SilentAsync().ToListAsync();
        await _host.Probe.WaitAsync("silent running").WaitAsync(TestHost.Patience);
        await _client.DisposeAsync();
        await Assert.ThrowsAsync<PodClientStreamClosedException>(() => reading);
        await _host.Probe.WaitAsync("silent ended").WaitAsync(TestHost.Patience);
        await IsTrueEventuallyAsync(() => Sockets is { SocketCount: 0, CallCount: 0 });
    }

    [Fact]
    public async Task A_server_that_never_answers_ends_the_attempt_after_five_seconds()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var time = new FakeTime();
        await using var client = new ChatClient(
            new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"), new PodClientOptions { TimeProvider = time });
        var reading = client.Probe.CountAsync(1).ToListAsync();
        using var accepted = await listener.AcceptTcpClientAsync().WaitAsync(TestHost.Patience);
        time.Advance(TimeSpan.FromSeconds(5));
        await Assert.ThrowsAsync<PodClientStreamConnectTimeoutException>(() => reading);
    }

    [Fact]
    public async Task A_silent_server_counts_as_gone_after_forty_seconds()
    {
        var time = new FakeTime();
        await using var server = await SilentServer.StartAsync();
        await using var client = new ChatClient(server.Url, new PodClientOptions { TimeProvider = time, ConnectTimeout = TimeSpan.FromMinutes(5) });
        var reading = client.Probe.CountAsync(1).ToListAsync();
        await server.Opened.WaitAsync(TestHost.Patience);
        time.Advance(TimeSpan.FromSeconds(39));
        Assert.False(reading.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<PodClientStreamIdleException>(() => reading);
    }

    [Fact]
    public async Task A_thousand_streams_leave_nothing_behind()
    {
        for (var round = 0; round < 10; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => _client.Probe.CountAsync(2).ToListAsync()));
        }

        await IsTrueEventuallyAsync(() => Sockets is { SocketCount: 0, CallCount: 0 } && _host.Probe is { OpenSessions: 0, ClosedSessions: 1000 });
    }

    private static async Task StandsStillAsync(Func<long> value)
    {
        var before = -1L;
        using var patience = new CancellationTokenSource(TestHost.Patience);
        while (before != value())
        {
            before = value();
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, patience.Token);
        }
    }
}
