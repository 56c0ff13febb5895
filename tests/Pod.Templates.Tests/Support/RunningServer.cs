using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Pod.Templates.Tests.Support;

/// <summary>A program of a created application that listens, as <c>dotnet run</c> starts it.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ProgramRun _run;

    private RunningServer(ProgramRun run, Uri address)
    {
        _run = run;
        Http = new HttpClient { BaseAddress = address, Timeout = Patience };
    }

    public HttpClient Http { get; }

    /// <summary>Starts a built program and waits until it says where it listens.</summary>
    public static async Task<RunningServer> StartAsync(Process process)
    {
        var run = new ProgramRun(process);
        return new RunningServer(run, await run.WaitForAddressAsync());
    }

    public async Task<JsonElement> CallAsync(string method, string arguments)
    {
        using var content = new StringContent(arguments, Encoding.UTF8, "application/json");
        using var response = await Http.PostAsync(new Uri(method, UriKind.Relative), content);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{method}: {response.StatusCode} {text}");
        return JsonElement.Parse(text);
    }

    /// <summary>Opens a stream with a frame written by hand, and reads its items until it is closed.</summary>
    public async Task<IReadOnlyList<string>> ReadStreamAsync(string endpoint, string method, string arguments)
    {
        using var socket = new ClientWebSocket();
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        await socket.ConnectAsync(new UriBuilder(Http.BaseAddress!) { Scheme = "ws", Path = "v1/websocket" }.Uri, patience.Token);
        var opening = new { type = "omsc", data = new { en = endpoint, m = method, cid = Guid.NewGuid(), args = arguments, @is = Array.Empty<string>() } };
        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(opening), WebSocketMessageType.Text, endOfMessage: true, patience.Token);

        var items = new List<string>();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer, patience.Token);
            var data = JsonElement.Parse(buffer.AsSpan(0, received.Count)).GetProperty("data");
            if (data.TryGetProperty("o", out var item))
            {
                items.Add(item.GetProperty("data").GetRawText());
            }
            else if (data.TryGetProperty("cr", out var reason))
            {
                Assert.Equal("done", reason.GetString());
                return items;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _run.SignalAsync("TERM");
        await _run.WaitForExitAsync();
        await _run.DisposeAsync();
    }
}
