using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Pod.Templates.Tests.Support;

/// <summary>A program of a created application that listens, as <c>dotnet run</c> starts it.</summary>
internal sealed partial class RunningServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Task _reading;

    private RunningServer(Process process, Uri address, Task reading)
    {
        _process = process;
        _reading = reading;
        Http = new HttpClient { BaseAddress = address, Timeout = Patience };
    }

    public HttpClient Http { get; }

    /// <summary>Starts a built program and waits until it says where it listens.</summary>
    public static async Task<RunningServer> StartAsync(Process process)
    {
        var output = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync().WaitAsync(Patience, TimeProvider.System) is { } line)
        {
            output.AppendLine(line);
            if (Listening().Match(line) is { Success: true } match)
            {
                // Whoever writes to a pipe that nobody reads stops at some point.
                return new RunningServer(process, new Uri(match.Groups[1].Value), Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync()));
            }
        }

        throw new InvalidOperationException($"The program ended before it listened:\n{output}{await process.StandardError.ReadToEndAsync()}");
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
        using (var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        await Task.WhenAll(_process.WaitForExitAsync(), _reading).WaitAsync(Patience, TimeProvider.System);
        _process.Dispose();
    }

    // Pod's own line, or ASP.NET Core's.
    [GeneratedRegex(@"(?:is ready at|Now listening on:) (http://[^\s]+?)\.?(?:\s|$)")]
    private static partial Regex Listening();
}
