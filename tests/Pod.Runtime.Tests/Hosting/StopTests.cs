using System.Net.WebSockets;
using System.Text;
using ChatApp;
using ChatApp.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pod.Runtime.Tests.Access;

namespace Pod.Runtime.Tests.Hosting;

/// <summary>What still runs when the server stops, or its caller goes.</summary>
public sealed class StopTests : IDisposable
{
    private readonly FakeTime _time = new();
    private readonly RecordedLog _log = new();

    [Fact]
    public async Task A_call_has_6_seconds_before_its_token_is_cancelled()
    {
        await using var host = await StartAsync();
        var call = PostAsync(host, "hang");
        await host.Probe.WaitAsync("hanging").WaitAsync(TestHost.Patience);
        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        _time.Advance(TimeSpan.FromSeconds(5.9));
        Assert.False(host.Probe.WaitAsync("hang cancelled").IsCompleted);

        _time.Advance(TimeSpan.FromSeconds(0.1));
        await host.Probe.WaitAsync("hang cancelled").WaitAsync(TestHost.Patience);
        using var response = await call;
        Assert.Equal((503, 5.0, "no-store"), ((int)response.StatusCode, response.Headers.RetryAfter!.Delta!.Value.TotalSeconds, response.Headers.CacheControl!.ToString()));
        Assert.Equal(0, host.Probe.OpenSessions);
        Assert.Equal(LogLevel.Warning, _log.Entries.Single(static entry => entry.Id == 2008).Level);
        await host.StopAsync().WaitAsync(TestHost.Patience);
    }

    [Fact]
    public async Task A_call_that_ends_in_time_is_answered()
    {
        await using var host = await StartAsync();
        var call = PostAsync(host, "finish");
        await host.Probe.WaitAsync("finishing").WaitAsync(TestHost.Patience);
        var stop = host.StopAsync();
        host.Probe.Signal("finish");
        using var response = await call;
        Assert.Equal("true", await response.Content.ReadAsStringAsync());
        await stop.WaitAsync(TestHost.Patience);
        Assert.DoesNotContain(_log.Entries, static entry => entry.Id == 2008);
    }

    [Fact]
    public async Task A_caller_that_goes_away_is_no_failure()
    {
        await using var host = await StartAsync();
        using var connection = await RawHttp.ConnectAsync(host);
        await connection.PostAsync("/probe/hang", "{}"u8.ToArray());
        await host.Probe.WaitAsync("hanging").WaitAsync(TestHost.Patience);
        connection.Dispose();
        await Eventually.IsTrueAsync(() => _log.Entries.Any(static entry => entry.Id == 2003));
        Assert.DoesNotContain(_log.Entries, static entry => entry.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task A_stream_that_ignores_its_token_holds_its_socket_for_a_while()
    {
        await using var host = await StartAsync();
        using var socket = await RawSocket.ConnectAsync(host);
        var call = Guid.NewGuid();
        await socket.OpenAsync(call, "stubborn", endpoint: "member", auth: "Bearer ada");
        await socket.ReceiveAsync();
        await socket.ReceiveAsync();
        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await socket.SendAsync("""{"type":"ping"}""");
        await socket.ExpectAsync("""{"type":"pong"}""");

        // The 6 seconds begin on another thread, so the clock may have to move more than once.
        var closed = ReadToEndAsync(socket);
        while (!closed.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(6));
            await Task.WhenAny(closed, Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System));
        }

        await closed;
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, socket.CloseStatus);
        Assert.Single(_log.Entries, static entry => entry.Id == 2106);
        host.Probe.Signal("stubborn ends");
    }

    public void Dispose() => _log.Dispose();

    private static async Task ReadToEndAsync(RawSocket socket)
    {
        while (await socket.ReceiveAsync() is not null)
        {
        }
    }

    private Task<TestHost> StartAsync() => AccessTests.StartAsync(builder => builder.Services
        .AddSingleton<TimeProvider>(_time)
        .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(_log)));

    private static async Task<HttpResponseMessage> PostAsync(TestHost host, string method)
    {
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");
        return await host.Http.PostAsync(new Uri($"/probe/{method}", UriKind.Relative), content).WaitAsync(TestHost.Patience);
    }
}
