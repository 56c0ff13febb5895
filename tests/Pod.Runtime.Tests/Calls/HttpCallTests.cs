using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ChatApp.Server;

namespace Pod.Runtime.Tests.Calls;

public sealed class HttpCallTests : IAsyncLifetime
{
    private TestHost _host = null!;

    public async Task InitializeAsync() => _host = await TestHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_call_gives_its_result_as_json()
    {
        using var response = await PostAsync("/message/post", """{"text":"hi","unknown":[1,{"a":2}],"channelId":3,"author":"ada"}""");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.True(Guid.TryParse(response.Headers.GetValues("x-pod-session-id").Single(), out _));
        Assert.Equal("""{"__className__":"Message","id":3,"author":"ada","text":"hi"}""", await TextAsync(response));
    }

    [Theory]
    [InlineData("/probe/nothing", "", "null")]
    [InlineData("/probe/nothing", "null", "null")]
    [InlineData("/probe/nothing", " {} ", "null")]
    [InlineData("/probe/maybe", "{}", "null")]
    [InlineData("/probe/maybe", """{"value":null}""", "null")]
    [InlineData("/probe/maybe", """{"value":5}""", "5")]
    [InlineData("/probe/maybe", """{"value":5,"text":null}""", "null")]
    [InlineData("/probe/maybe", """{"value":5,"text":"x"}""", "1005")]
    [InlineData("/probe/echo", "{\"te\\u0078t\":\"ü\\n\"}", "\"ü\\n\"")]
    [InlineData("/probe/scopedSession", "{}", "true")]
    [InlineData("/probe", """{"method":"echo","text":"x"}""", "\"x\"")]
    [InlineData("/probe?method=echo", """{"text":"x"}""", "\"x\"")]
    public async Task Absent_and_null_are_the_same_and_defaults_apply(string path, string body, string expected)
    {
        using var response = await PostAsync(path, body);
        Assert.Equal((HttpStatusCode.OK, expected), (response.StatusCode, await TextAsync(response)));
    }

    [Theory]
    [InlineData("/message/latest", """{"channelId":1}""", 50)]
    [InlineData("/message/latest", """{"channelId":1,"limit":2}""", 2)]
    public async Task An_absent_argument_takes_its_default(string path, string body, int count)
    {
        using var response = await PostAsync(path, body);
        Assert.Equal(count, (await TextAsync(response)).Split("__className__").Length - 1);
    }

    [Theory]
    [InlineData("/nope/post", "{}", 404, "There is no endpoint 'nope'.")]
    [InlineData("/Message/post", "{}", 404, "There is no endpoint 'Message'.")]
    [InlineData("/message/Post", "{}", 400, "Endpoint 'message' has no method 'Post'.")]
    [InlineData("/message/nope", "{}", 400, "Endpoint 'message' has no method 'nope'.")]
    [InlineData("/probe", "{}", 400, "No method of endpoint 'probe' is named.")]
    [InlineData("/probe", """{"method":"nope"}""", 400, "Endpoint 'probe' has no method 'nope'.")]
    [InlineData("/a.b.c/post", "{}", 400, "'a.b.c' is no name of an endpoint.")]
    [InlineData("/.b/post", "{}", 400, "'.b' is no name of an endpoint.")]
    [InlineData("/a./post", "{}", 400, "'a.' is no name of an endpoint.")]
    [InlineData("/message/watch", "{}", 400, "Method 'watch' of endpoint 'message' is streaming")]
    [InlineData("/probe/echo", "[]", 400, "must be a JSON object")]
    [InlineData("/probe/echo", "\"x\"", 400, "must be a JSON object")]
    [InlineData("/probe/echo", "{\"text\":", 400, "not valid JSON (line 1, byte 9)")]
    [InlineData("/probe/echo", "{\"text\":\"secret\"} x", 400, "not valid JSON")]
    [InlineData("/probe/echo", "{}", 400, "The argument 'text' is missing or null.")]
    [InlineData("/probe/echo", """{"text":null}""", 400, "The argument 'text' is missing or null.")]
    [InlineData("/probe/echo", """{"text":1,"text":2}""", 400, "The argument 'text' is given twice.")]
    [InlineData("/probe/echo", """{"text":{"secret":1}}""", 400, "$.text: Expected a string")]
    [InlineData("/probe/echo", "{\"text\":\"\\ud800\"}", 400, "not valid Unicode")]
    [InlineData("/probe/echo", "{\"\\ud800\":1}", 400, "not valid Unicode")]
    [InlineData("/message/latest", """{"channelId":1e30}""", 400, "$.channelId: The number is out of range for long")]
    [InlineData("/message/latest", """{"channelId":1,"limit":null}""", 400, "The argument 'limit' is missing or null.")]
    public async Task Refusals_say_what_is_wrong_and_never_repeat_values(string path, string body, int status, string text)
    {
        using var response = await PostAsync(path, body);
        var answer = await TextAsync(response);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains(text, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", answer, StringComparison.Ordinal);
        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task Json_may_be_64_levels_deep()
    {
        using var deep = await PostAsync("/probe/nothing", $$"""{"x":{{new string('[', 63)}}{{new string(']', 63)}}}""");
        Assert.Equal(HttpStatusCode.OK, deep.StatusCode);
        using var deeper = await PostAsync("/probe/nothing", $$"""{"x":{{new string('[', 64)}}{{new string(']', 64)}}}""");
        Assert.Equal(HttpStatusCode.BadRequest, deeper.StatusCode);
        Assert.Contains("deeper than 64", await TextAsync(deeper), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invalid_utf8_is_refused()
    {
        using var content = new ByteArrayContent([.. "{\"text\":\""u8, 0xC3, 0x28, .. "\"}"u8]) { Headers = { ContentType = new("application/json") } };
        using var response = await _host.Http.PostAsync(new Uri("/probe/echo", UriKind.Relative), content);
        Assert.Equal((HttpStatusCode.BadRequest, "The body is not valid UTF-8."), (response.StatusCode, await TextAsync(response)));
    }

    [Theory]
    [InlineData("application/json; charset=utf-8", 200)]
    [InlineData("APPLICATION/JSON", 200)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("text/plain", 415)]
    [InlineData("application/jsonp", 415)]
    [InlineData("multipart/form-data; boundary=x", 415)]
    [InlineData("", 415)]
    [InlineData(null, 415)]
    public async Task A_body_is_json(string? type, int status)
    {
        foreach (var path in (string[])["/channel/create", "/channel"])
        {
            using var content = new ByteArrayContent("""{"name":"general","method":"create"}"""u8.ToArray());
            if (type is not null)
            {
                content.Headers.TryAddWithoutValidation("Content-Type", type);
            }

            using var response = await _host.Http.PostAsync(new Uri(path, UriKind.Relative), content);
            Assert.Equal((path, status), (path, (int)response.StatusCode));
        }
    }

    [Theory]
    [InlineData("/probe/nothing")]
    [InlineData("/probe?method=nothing")]
    public async Task Without_a_body_the_content_type_does_not_matter(string path)
    {
        using var content = new ByteArrayContent([]) { Headers = { ContentType = MediaTypeHeaderValue.Parse("text/plain") } };
        using var response = await _host.Http.PostAsync(new Uri(path, UriKind.Relative), content);
        Assert.Equal("null", await TextAsync(response));
    }

    [Fact]
    public async Task Values_of_the_query_are_never_arguments()
    {
        using var response = await PostAsync("/probe?method=echo&text=x", "{}");
        Assert.Equal((HttpStatusCode.BadRequest, "The argument 'text' is missing or null."), (response.StatusCode, await TextAsync(response)));
    }

    [Theory]
    [InlineData("/probe/echo")]
    [InlineData("/probe")]
    public async Task Chunks_that_are_none_are_refused(string path)
    {
        using var connection = await RawHttp.ConnectAsync(_host);
        await connection.SendAsync(
            $"POST {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n");
        Assert.StartsWith("HTTP/1.1 400", await connection.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", 405)]
    [InlineData("PUT", 405)]
    [InlineData("OPTIONS", 204)]
    public async Task Other_verbs_are_told_which_ones_there_are(string verb, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), "/probe/echo");
        using var response = await _host.Http.SendAsync(request);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(["POST", "OPTIONS"], response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Bodies_that_are_too_large_are_refused(bool isChunked)
    {
        using var fits = await PostAsync("/probe/echo", $$"""{"text":"{{new string('x', 524_288 - 11)}}"}""", isChunked);
        Assert.Equal(HttpStatusCode.OK, fits.StatusCode);
        using var tooLarge = await PostAsync("/probe/echo", $$"""{"text":"{{new string('x', 524_288 - 10)}}"}""", isChunked);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.StatusCode);
        Assert.Equal("The request body is larger than 524288 bytes.", await TextAsync(tooLarge));
        using var named = await PostAsync("/probe", $$"""{"text":"{{new string('x', 524_288 - 10)}}"}""", isChunked);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, named.StatusCode);
        using var tiny = await PostAsync("/probe/tiny", """{"text":"0123456789"}""", isChunked);
        Assert.Equal("The request body is larger than 16 bytes.", await TextAsync(tiny));
    }

    [Fact]
    public async Task Declared_exceptions_travel_and_others_do_not()
    {
        using var declared = await PostAsync("/probe/throw", """{"kind":"declared"}""");
        Assert.Equal(HttpStatusCode.BadRequest, declared.StatusCode);
        Assert.Equal("application/json", declared.Content.Headers.ContentType!.MediaType);
        Assert.Equal("kept", declared.Headers.GetValues("x-custom").Single());
        Assert.Equal("""{"className":"ChannelNotFound","data":{"__className__":"ChannelNotFound","channelId":7}}""", await TextAsync(declared));

        foreach (var kind in (string[])["secret", "json", "other"])
        {
            using var response = await PostAsync("/probe/throw", $$"""{"kind":"{{kind}}"}""");
            Assert.Equal((HttpStatusCode.InternalServerError, ""), (response.StatusCode, await TextAsync(response)));
            Assert.Equal("kept", response.Headers.GetValues("x-custom").Single());
        }
    }

    [Fact]
    public async Task A_result_that_cannot_be_encoded_is_a_clean_failure()
    {
        using var response = await PostAsync("/probe/unencodable", "{}");
        Assert.Equal((HttpStatusCode.InternalServerError, ""), (response.StatusCode, await TextAsync(response)));
    }

    [Fact]
    public async Task A_method_may_let_its_answer_be_stored()
    {
        using var response = await PostAsync("/probe/kept", "{}");
        Assert.Equal("max-age=60", response.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task In_development_failures_are_shown()
    {
        await using var host = await TestHost.StartAsync(environment: "Development");
        using var content = Json("""{"kind":"other"}""");
        using var response = await host.Http.PostAsync(new Uri("/probe/throw", UriKind.Relative), content);
        Assert.Equal("System.InvalidOperationException: the inside", await TextAsync(response));
    }

    [Fact]
    public async Task A_caller_that_goes_away_cancels_the_method()
    {
        using var gone = new CancellationTokenSource();
        using var content = Json("{}");
        var call = _host.Http.PostAsync(new Uri("/probe/hang", UriKind.Relative), content, gone.Token);
        await _host.Probe.WaitAsync("hanging").WaitAsync(TestHost.Patience);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await _host.Probe.WaitAsync("hang cancelled").WaitAsync(TestHost.Patience);
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync();

    private async Task<HttpResponseMessage> PostAsync(string path, string body, bool isChunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Json(body) };
        request.Headers.TransferEncodingChunked = isChunked;
        return await _host.Http.SendAsync(request);
    }
}
