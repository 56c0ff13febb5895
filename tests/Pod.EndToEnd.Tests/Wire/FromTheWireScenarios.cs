using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Pod.EndToEnd.Tests.Support;

namespace Pod.EndToEnd.Tests.Wire;

/// <summary>What anybody sees who calls the sample without a generated client.</summary>
public abstract class FromTheWireScenarios(RunningChat chat)
{
    [Fact]
    public async Task Create_answers_the_channel_with_its_id()
    {
        using var response = await PostAsync("channel/create", """{"name":"wire"}""");

        var channel = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("wire", channel.GetProperty("name").GetString());
        Assert.Equal("open", channel.GetProperty("state").GetString());
        Assert.True(channel.GetProperty("id").GetInt64() > 0);
    }

    [Fact]
    public async Task List_shows_what_was_created()
    {
        var created = await chat.CreateChannelAsync();

        using var response = await PostAsync("channel/list", "{}");

        var channels = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Contains(channels.EnumerateArray(), channel => channel.GetProperty("id").GetInt64() == created.Id);
    }

    [Theory]
    [InlineData("nothing/list", "{}", HttpStatusCode.NotFound, "nothing")]
    [InlineData("channel/nothing", "{}", HttpStatusCode.BadRequest, "nothing")]
    [InlineData("channel/create", """{"name":""", HttpStatusCode.BadRequest, "JSON")]
    [InlineData("channel/create", "[]", HttpStatusCode.BadRequest, "object")]
    [InlineData("channel/create", "{}", HttpStatusCode.BadRequest, "name")]
    [InlineData("channel/create", """{"name":null}""", HttpStatusCode.BadRequest, "name")]
    [InlineData("channel/create", """{"name":7}""", HttpStatusCode.BadRequest, "name")]
    [InlineData("message/latest", """{"channelId":"one"}""", HttpStatusCode.BadRequest, "channelId")]
    [InlineData("message/watch", """{"channelId":1}""", HttpStatusCode.BadRequest, "streaming")]
    public async Task A_bad_call_is_refused_with_a_reason(string path, string body, HttpStatusCode status, string reason)
    {
        using var response = await PostAsync(path, body);

        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(status, response.StatusCode);
        Assert.Contains(reason, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_declared_exception_is_answered_as_a_tagged_model()
    {
        using var response = await PostAsync("message/post", """{"channelId":987654321,"author":"ada","text":"hello"}""");

        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("ChannelNotFound", answer.GetProperty("className").GetString());
        Assert.Equal(987654321, answer.GetProperty("data").GetProperty("channelId").GetInt64());
    }

    [Fact]
    public async Task Real_curl_creates_a_channel()
    {
        await using var curl = ProgramRun.Start("curl", ["-s", $"{chat.Address}channel/create", "--json", """{"name":"curled"}"""]);

        Assert.Equal(0, await curl.WaitForExitAsync());
        Assert.Equal("curled", JsonElement.Parse(curl.Output).GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("", "text/html")]
    [InlineData("chat.css", "text/css")]
    [InlineData("chat.js", "text/javascript")]
    [InlineData("wire.js", "text/javascript")]
    public async Task The_page_is_served_beside_the_endpoints(string path, string mediaType)
    {
        using var response = await chat.Http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
    }

    private async Task<HttpResponseMessage> PostAsync(string path, string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        return await chat.Http.PostAsync(new Uri(path, UriKind.Relative), body);
    }
}
