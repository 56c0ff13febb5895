using ChatApp.Server;

namespace Pod.Runtime.Tests.Access;

public sealed class OriginTests
{
    [Theory]
    [InlineData("Production", null, "https://app.example.com", null)]
    [InlineData("Production", null, "http://localhost:3000", null)]
    [InlineData("Development", null, "http://localhost:3000", "http://localhost:3000")]
    [InlineData("Development", null, "http://127.0.0.1:3000", "http://127.0.0.1:3000")]
    [InlineData("Development", null, "http://app.localhost:3000", "http://app.localhost:3000")]
    [InlineData("Development", null, "https://app.example.com", null)]
    [InlineData("Development", null, "null", null)]
    [InlineData("Development", "https://app.example.com", "http://localhost:3000", null)]
    [InlineData("Production", "https://app.example.com", "https://app.example.com", "https://app.example.com")]
    [InlineData("Production", "https://app.example.com", "https://app.example.com.evil.org", null)]
    [InlineData("Production", "*", "https://anything.example.com", "*")]
    public async Task Pages_of_other_origins_get_in_only_where_they_may(string environment, string? allowed, string origin, string? expected)
    {
        await using var host = await TestHost.StartAsync(builder => builder.Configuration["Pod:Cors:AllowedOrigins:0"] = allowed, environment: environment);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/probe/nothing") { Headers = { { "Origin", origin } } };
        using var response = await host.Http.SendAsync(request);
        Assert.Equal(expected, Header(response, "Access-Control-Allow-Origin"));
        Assert.Equal("Origin", Header(response, "Vary"));
        Assert.Equal(200, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("/probe/nothing", 200)]
    [InlineData("/probe/nope", 400)]
    [InlineData("/nope/nothing", 404)]
    [InlineData("/member/name", 401)]
    public async Task Refusals_can_be_read_by_the_page_too(string path, int status)
    {
        await using var host = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Headers = { { "Origin", "https://app.example.com" } } };
        using var response = await host.Http.SendAsync(request);
        Assert.Equal((status, "https://app.example.com"), ((int)response.StatusCode, Header(response, "Access-Control-Allow-Origin")));
        Assert.Contains("x-pod-session-id", Header(response, "Access-Control-Expose-Headers"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/probe/echo")]
    [InlineData("/probe")]
    [InlineData("/probe/nope")]
    [InlineData("/nope/nothing")]
    public async Task Preflights_name_the_verb_and_the_headers_of_clients(string path)
    {
        await using var host = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Options, path)
        {
            Headers = { { "Origin", "https://app.example.com" }, { "Access-Control-Request-Method", "POST" } },
        };
        using var response = await host.Http.SendAsync(request);
        Assert.Equal((204, "POST"), ((int)response.StatusCode, Header(response, "Access-Control-Allow-Methods")));
        var headers = Header(response, "Access-Control-Allow-Headers")!.Split(", ");
        Assert.Superset(
            new HashSet<string>
            {
                "Content-Type", "Authorization", "Accept", "User-Agent", "X-Requested-With", "x-serverpod-auth-mode", "x-serverpod-base-path",
                "x-pod-contract", "traceparent",
            },
            headers.ToHashSet());
    }

    [Theory]
    [InlineData("/probe/echo", 204)]
    [InlineData("/probe", 404)]
    [InlineData("/some/page", 404)]
    public async Task Only_a_page_that_asks_is_answered_beside_methods(string path, int status)
    {
        await using var host = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Options, path);
        using var response = await host.Http.SendAsync(request);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Without_an_origin_nothing_is_said()
    {
        await using var host = await StartAsync();
        using var response = await host.Http.PostAsync(new Uri("/probe/nothing", UriKind.Relative), null);
        Assert.Null(Header(response, "Access-Control-Allow-Origin"));
        Assert.Null(Header(response, "Vary"));
    }

    private static Task<TestHost> StartAsync() =>
        TestHost.StartAsync(static builder => builder.Configuration["Pod:Cors:AllowedOrigins:0"] = "https://app.example.com");

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
