using System.Net.Http.Headers;
using System.Text;
using ChatApp.Server;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Pod.Runtime.Tests.Access;

namespace Pod.Runtime.Tests.Fuzz;

/// <summary>Requests that make no sense: an answer below 500 each, and nobody else notices.</summary>
public sealed class HttpFuzzTests : IAsyncLifetime
{
    private static readonly (string Path, string Body)[] Calls =
    [
        ("/probe/echo", """{"text":"hello ü"}"""),
        ("/probe/maybe", """{"value":5,"text":null}"""),
        ("/message/post", """{"channelId":3,"author":"ada","text":"hi","unknown":[1,{"a":[2.5e3]}]}"""),
        ("/message/latest", """{"channelId":1,"limit":2}"""),
        ("/probe", """{"method":"echo","text":"x"}"""),
        ("/member/name", """{"number":1}"""),
    ];

    private TestHost _host = null!;

    public async Task InitializeAsync() => _host = await AccessTests.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Spoiled_bodies_are_answered_and_disturb_nobody(int seed)
    {
        var mutation = new Mutation(seed);
        for (var round = 0; round < 1500; round++)
        {
            var (path, body) = Calls[mutation.Next(Calls.Length)];
            using var content = new ByteArrayContent(mutation.Spoil(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content, Headers = { { "Authorization", "Bearer ada" } } };
            using var response = await _host.Http.SendAsync(request).WaitAsync(TestHost.Patience);
            Assert.True((int)response.StatusCode < 500, $"{path} {Convert.ToHexString(await content.ReadAsByteArrayAsync())}: {response.StatusCode}");
            if (round % 50 == 0)
            {
                await AnswersOthersAsync();
            }
        }
    }

    [Fact]
    public async Task Spoiled_requests_are_answered_or_cut_off()
    {
        var mutation = new Mutation(3);
        const string Request = "POST /probe/echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
            + "Authorization: Bearer ada\r\nOrigin: http://x\r\nContent-Length: 12\r\n\r\n{\"text\":\"x\"}";
        for (var round = 0; round < 500; round++)
        {
            using var connection = await RawHttp.ConnectAsync(_host);
            await connection.SendAndEndAsync(mutation.Spoil(Request));
            var answer = await connection.ReadToEndAsync();
            Assert.False(answer.StartsWith("HTTP/1.1 5", StringComparison.Ordinal), answer);
        }

        await AnswersOthersAsync();
    }

    [Fact]
    public async Task Bodies_that_trickle_in_hold_up_nobody_else()
    {
        var slow = new List<RawHttp>();
        for (var i = 0; i < 100; i++)
        {
            var connection = await RawHttp.ConnectAsync(_host);
            slow.Add(connection);
            await connection.SendAsync("POST /probe/echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n{");
        }

        await AnswersOthersAsync();
        await slow[0].SendAsync("\"text\":\"x\"}");
        Assert.EndsWith("\"x\"", await slow[0].ReadToEndAsync(), StringComparison.Ordinal);
        slow.ForEach(static connection => connection.Dispose());
        await AnswersOthersAsync();
    }

    [Fact]
    public async Task A_body_that_does_not_come_is_refused()
    {
        await using var host = await TestHost.StartAsync(static builder => builder.WebHost.ConfigureKestrel(
            static kestrel => kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 100, gracePeriod: TimeSpan.FromSeconds(1.1))));
        using var connection = await RawHttp.ConnectAsync(host);
        await connection.SendAsync("POST /probe/echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n{");
        Assert.StartsWith("HTTP/1.1 408", await connection.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"channelId":123456789012345678901234567890}""")]
    [InlineData("""{"channelId":1e400}""")]
    [InlineData("""{"channelId":9223372036854775808}""")]
    [InlineData("""{"channelId":1.5}""")]
    [InlineData("""{"channelId":"1","limit":{}}""")]
    [InlineData("""{"channelId":1,"limit":2147483648}""")]
    public async Task Numbers_that_do_not_fit_are_refused(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _host.Http.PostAsync(new Uri("/message/latest", UriKind.Relative), content);
        Assert.Equal(400, (int)response.StatusCode);
    }

    private async Task AnswersOthersAsync()
    {
        using var content = new StringContent("""{"text":"still here"}""", Encoding.UTF8, "application/json");
        using var response = await _host.Http.PostAsync(new Uri("/probe/echo", UriKind.Relative), content).WaitAsync(TestHost.Patience);
        Assert.Equal("\"still here\"", await response.Content.ReadAsStringAsync());
    }
}
