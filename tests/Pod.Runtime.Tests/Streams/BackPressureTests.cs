using ChatApp;
using ChatApp.Server;
using Microsoft.Extensions.DependencyInjection;
using Pod.Runtime.Streams;
using static Pod.Runtime.Tests.RawSocket;

namespace Pod.Runtime.Tests.Streams;

/// <summary>Clients that do not read.</summary>
public sealed class BackPressureTests : StreamTestBase
{
    [Fact]
    public async Task A_slow_reader_slows_its_producer_and_nobody_else()
    {
        using var other = await ConnectAsync(Host);
        await Socket.OpenAsync(Call, "bulk", """{"size":10000}""");
        await Eventually.IsTrueAsync(() => Host.Probe.Produced > 0);

        // Nobody reads Socket. Its producer fills the transport's buffers and then stands still, while another client is served.
        await StandsStillAsync(() => Host.Probe.Produced);
        await other.OpenAsync(Call, "failAfter", """{"items":1,"declared":true}""");
        await other.ExpectAsync(Frame("omsr", Call, "failAfter", ",\"res\":\"success\""));
        Assert.InRange(Host.Probe.Produced, 1, 5000);
        Socket.Abort();
        await Host.Probe.WaitAsync("bulk ended").WaitAsync(TestHost.Patience);
    }

    [Fact]
    public async Task A_client_that_reads_nothing_is_dropped_in_the_middle_of_a_write()
    {
        var time = new FakeTime();
        await using var host = await TestHost.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(time));
        using var socket = await ConnectAsync(host);
        await socket.OpenAsync(Call, "bulk", """{"size":10000}""");
        await Eventually.IsTrueAsync(() => host.Probe.Produced > 0);
        await StandsStillAsync(() => host.Probe.Produced);
        for (var i = 0; i < 4; i++)
        {
            time.Advance(TimeSpan.FromSeconds(30));
        }

        await host.Probe.WaitAsync("bulk ended").WaitAsync(TestHost.Patience);
        await Eventually.IsTrueAsync(() => host.Services.GetRequiredService<StreamSockets>() is { SocketCount: 0, CallCount: 0 });
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
