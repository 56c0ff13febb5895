using System.Net.Sockets;
using System.Text;
using ChatApp.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Pod.Runtime.Tests.Calls;

/// <summary>Counts bytes, beside a request that ASP.NET Core answers alone: what is left is Pod's.</summary>
[Collection(nameof(WholeProcess))]
public sealed class CallAllocationTests
{
    private const int Calls = 500;

    [Fact]
    public async Task A_call_that_nobody_watches_allocates_little_more_than_the_request_that_carries_it()
    {
        await using var host = await TestHost.StartAsync(
            // As in production: warnings are logged, and nobody traces.
            static builder => builder.Logging.AddConsole().SetMinimumLevel(LogLevel.Warning),
            static app => app.MapPost("/bare", static (HttpContext context) =>
            {
                context.Response.ContentLength = 4;
                return context.Response.WriteAsync("null");
            }));

        // A scope of services, a session with its id, a logging scope; 2,240 bytes when this was written, without optimizations.
        Assert.InRange(Count(host, "/probe/maybe", """{"value":5}""") - Count(host, "/bare", "{}"), 1, 2_350);
    }

    // The fewest of several rounds: the runtime itself allocates now and then.
    private static long Count(TestHost host, string path, string json)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(host.Url.Host, host.Url.Port);
        var request = Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {json.Length}\r\n\r\n{json}");
        var answer = new byte[4096];
        var fewest = long.MaxValue;
        for (var round = 0; round < 12; round++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            for (var call = 0; call < Calls; call++)
            {
                socket.Send(request);
                var length = socket.Receive(answer);
                Assert.True(answer.AsSpan(0, length).StartsWith("HTTP/1.1 200"u8));
            }

            fewest = Math.Min(fewest, (GC.GetTotalAllocatedBytes(precise: true) - before) / Calls);
        }

        return fewest;
    }
}
