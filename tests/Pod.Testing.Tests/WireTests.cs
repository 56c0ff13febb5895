using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using Helpdesk.Server;

namespace Pod.Testing.Tests;

public sealed class WireTests(PodFixture pod) : PodTest(pod), IClassFixture<PodFixture>
{
    [Fact]
    public async Task Real_requests_in_memory_are_in_the_transaction()
    {
        using var client = new HttpClient(Test.CreateHandler()) { BaseAddress = new Uri("http://localhost") };

        var answer = await client.PostAsJsonAsync("/ticket/open", new { title = "Leak" });

        Assert.True(answer.IsSuccessStatusCode, string.Join("\n", Log.Entries));
        Assert.Equal("Leak", Assert.Single(await Ticket.Db.FindAsync(Session)).Title);
        await using var other = await Host.BeginAsync();
        Assert.Empty(await Endpoints.Ticket.ListAsync(other.Sessions));
    }

    [Fact]
    public async Task Real_requests_are_refused_with_a_status()
    {
        using var client = new HttpClient(Test.CreateHandler()) { BaseAddress = new Uri("http://localhost") };

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.PostAsJsonAsync("/ticket/whoAmI", new { })).StatusCode);

        client.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.Parse(Sessions.With(AuthOverride.SignedIn("42")).AuthorizationHeader!);
        Assert.Equal("\"42\"", await (await client.PostAsJsonAsync("/ticket/whoAmI", new { })).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Routes_of_the_application_answer()
    {
        using var client = new HttpClient(Test.CreateHandler()) { BaseAddress = new Uri("http://localhost") };

        Assert.Equal("Hello nobody", await client.GetStringAsync(new Uri("/hello", UriKind.Relative)));
    }

    [Fact]
    public async Task Sockets_open_in_memory()
    {
        using var socket = await Test.CreateWebSocketAsync();
        await SendAsync(socket, """{"messageType":"ping"}""");

        Assert.NotEmpty(await ReceiveAsync(socket));
    }

    [Fact]
    public async Task What_travels_can_be_compared_with_a_golden_text()
    {
        using var client = new HttpClient(Test.CreateHandler()) { BaseAddress = new Uri("http://localhost") };
        await client.PostAsJsonAsync("/ticket/whoAmI", new { });
        client.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.Parse(Sessions.With(AuthOverride.SignedIn("42")).AuthorizationHeader!);
        await client.PostAsJsonAsync("/ticket/whoAmI", new { });
        using var socket = await Test.CreateWebSocketAsync();
        var large = new string('x', 70_000);
        foreach (var text in (string[])["""{"type":"ping"}""", $$"""{"type":"ping","note":"{{large}}"}"""])
        {
            await SendAsync(socket, text);
            await ReceiveAsync(socket);
        }

        Assert.Equal(
            """
            > POST /ticket/whoAmI
            < 401
            > POST /ticket/whoAmI
            {}
            < 200
            "42"
            > {"type":"ping"}
            < {"type":"pong"}
            """.ReplaceLineEndings("\n"),
            string.Join('\n', Test.Wire.Frames.Take(6)));
        Assert.Contains(large, Test.Wire.Frames[6].Text, StringComparison.Ordinal);
        Assert.Equal(WireDirection.ToClient, Test.Wire.Frames[7].Direction);
        Assert.All(Test.Wire.Frames, frame => Assert.Equal(Time.GetUtcNow(), frame.Time));
    }

    [Fact]
    public async Task A_port_serves_other_programs()
    {
        await using var host = new PodTestHost<Helpdesk.Server.Protocol>(static o => (o.Http, o.Isolation) = (true, Isolation.None));
        await host.StartAsync();
        using var client = new HttpClient { BaseAddress = host.BaseAddress };

        Assert.Equal("Hello nobody", await client.GetStringAsync(new Uri("/hello", UriKind.Relative)));
    }

    [Fact]
    public void A_host_without_a_port_says_so()
        => Assert.Contains("PodTestHostOptions.Http", Assert.Throws<InvalidOperationException>(() => Host.BaseAddress).Message, StringComparison.Ordinal);

    private static Task SendAsync(WebSocket socket, string text)
        => socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    private static async Task<string> ReceiveAsync(WebSocket socket)
    {
        var buffer = new byte[4096];
        var received = await socket.ReceiveAsync(buffer, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10));
        return Encoding.UTF8.GetString(buffer, 0, received.Count);
    }
}
