using System.Text;
using ChatApp.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Pod.Runtime.Tests.Access;

public sealed class AccessTests
{
    private static readonly string Basic = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("ada:editor,writer"));

    [Theory]
    [InlineData("/member/name", null, 401)]
    [InlineData("/member/name", "Bearer unknown", 401)]
    [InlineData("/member/name", "Bearer ada", 200)]
    [InlineData("/member/name", "bEaReR ada", 200)]
    [InlineData("/member/edit", "Bearer ada", 403)]
    [InlineData("/member/edit", "Bearer ada:editor", 403)]
    [InlineData("/member/edit", "Bearer ada:editor,writer", 200)]
    [InlineData("/member/name", "BASIC YWRh", 200)]
    [InlineData("/member/edit", null, 401)]
    [InlineData("/member/open", null, 401)]
    [InlineData("/admin/reset", null, 401)]
    [InlineData("/admin/reset", "Bearer ada:editor", 403)]
    [InlineData("/admin/reset", "Bearer ada:serverpod.admin", 200)]
    [InlineData("/admin/erase", "Bearer ada:serverpod.admin", 403)]
    [InlineData("/admin/erase", "Bearer ada:eraser", 403)]
    [InlineData("/admin/erase", "Bearer ada:eraser,serverpod.admin", 200)]
    [InlineData("/probe/guarded", null, 401)]
    [InlineData("/probe/echo", null, 200)]
    [InlineData("/probe/echo", "Bearer unknown", 200)]
    [InlineData("/probe/echo", "Digest x", 400)]
    [InlineData("/probe/echo", "Bearer ", 400)]
    [InlineData("/probe/echo", "ada", 400)]
    [InlineData("/probe/echo", "Basic ***", 400)]
    [InlineData("/probe/echo", "Bearer crash", 500)]
    public async Task Callers_need_what_the_class_and_the_method_demand(string path, string? authorization, int status)
    {
        await using var host = await StartAsync();
        using var response = await PostAsync(host, path, """{"text":"x"}""", authorization);
        Assert.Equal(status, (int)response.StatusCode);
        if (status is 401 or 403)
        {
            Assert.Equal("", await response.Content.ReadAsStringAsync());
            Assert.Equal(status == 401 ? ["Bearer"] : [], response.Headers.WwwAuthenticate.Select(static value => value.ToString()));
        }
    }

    [Fact]
    public async Task Basic_credentials_carry_the_token_in_base64()
    {
        await using var host = await StartAsync();
        using var response = await PostAsync(host, "/member/edit", "{}", Basic);
        Assert.Equal("\"ada ada@here True 0\"", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/member/name?auth=Bearer%20ada&authorization=Bearer%20ada", "{}")]
    [InlineData("/member/name", """{"auth":"Bearer ada","authorization":"Bearer ada"}""")]
    public async Task Credentials_come_in_the_header_only(string path, string body)
    {
        await using var host = await StartAsync();
        using var response = await PostAsync(host, path, body);
        Assert.Equal(401, (int)response.StatusCode);
    }

    [Fact]
    public async Task An_endpoint_says_what_is_logged_of_it()
    {
        var log = new RecordedLog();
        await using var host = await StartAsync(builder => builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(log)));
        foreach (var path in (string[])["/message/post", "/admin/fail", "/probe/echo", "/admin/reset"])
        {
            using var response = await PostAsync(host, path, """{"channelId":-1,"author":"a","text":"x"}""", "Bearer ada:serverpod.admin");
        }

        Assert.Equal([LogLevel.Information, LogLevel.Error], log.Entries.Where(static entry => entry.Id == 2002).Select(static entry => entry.Level));
        Assert.StartsWith("Call probe/echo", log.Entries.Single(static entry => entry.Id == 2000).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bare_token_is_an_option()
    {
        await using var host = await StartAsync(static builder => builder.Configuration["Pod:Http:ValidateHeaders"] = "false");
        using var response = await PostAsync(host, "/member/name", "{}", "ada");
        Assert.Equal("\"ada ada@here True 0\"", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/member/name", "{\"number\":")]
    [InlineData("/member/name", """{"number":"x"}""")]
    [InlineData("/probe/guarded", "[]")]
    public async Task Access_is_checked_before_any_argument_is_read(string path, string body)
    {
        await using var host = await StartAsync();
        using var refused = await PostAsync(host, path, body);
        Assert.Equal(401, (int)refused.StatusCode);
        using var read = await PostAsync(host, path, body, "Bearer ada");
        Assert.Equal(400, (int)read.StatusCode);
    }

    [Theory]
    [InlineData("/probe/echo", null, 401)]
    [InlineData("/probe/echo", "Bearer ada", 200)]
    [InlineData("/probe/anonymous", null, 200)]
    [InlineData("/member/open", null, 401)]
    public async Task The_default_may_demand_a_login(string path, string? authorization, int status)
    {
        await using var host = await StartAsync(static builder => builder.Configuration["Pod:Endpoints:DefaultAccess"] = "SignedIn");
        using var response = await PostAsync(host, path, """{"text":"x"}""", authorization);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Without_an_authenticator_credentials_are_ignored_with_one_warning()
    {
        var log = new RecordedLog();
        await using var host = await TestHost.StartAsync(builder => builder.Services.AddLogging(logging => logging.AddProvider(log)));
        for (var i = 0; i < 2; i++)
        {
            using var open = await PostAsync(host, "/probe/echo", """{"text":"x"}""", "nonsense");
            Assert.Equal(200, (int)open.StatusCode);
        }

        using var closed = await PostAsync(host, "/member/name", "{}", "Bearer ada");
        Assert.Equal(401, (int)closed.StatusCode);
        Assert.Single(log.Entries, static entry => entry.Id == 2007);
    }

    [Fact]
    public async Task The_authenticator_is_asked_once_per_call()
    {
        await using var host = await StartAsync();
        using var response = await PostAsync(host, "/member/name", "{}", "Bearer ada");
        Assert.Equal(1, host.Probe.Produced);
    }

    [Theory]
    [InlineData("bob", "\"bob\"")]
    [InlineData("", "null")]
    public async Task The_identity_can_be_replaced_for_the_rest_of_the_session(string name, string expected)
    {
        await using var host = await StartAsync();
        using var response = await PostAsync(host, "/member/rename", $$"""{"name":"{{name}}"}""", "Bearer ada");
        Assert.Equal(expected, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public void Scopes_are_equal_by_name_and_sets_leave_nothing_out_but_none()
    {
        Assert.Equal("serverpod.admin", Scope.Admin.Name);
        Assert.True(new Scope("a") == new Scope("a"));
        Assert.True(new Scope("a") != new Scope("A"));
        ScopeSet set = [new("a"), new("a"), Scope.None, new("b")];
        Assert.Equal(["a", "b"], set.Select(static scope => scope.Name));
        Assert.True(set.ContainsAll([]) && set.ContainsAll([new("b")]) && !set.ContainsAll([new("b"), new("c")]));
        Assert.True(set.ContainsAny([new("c"), new("b")]) && !set.ContainsAny([]));
        Assert.Throws<ArgumentException>(static () => new Scope(" "));
        Assert.Throws<ArgumentException>(static () => new AuthenticationInfo("", [], ""));
    }

    public static Task<TestHost> StartAsync(Action<WebApplicationBuilder>? configure = null) => TestHost.StartAsync(builder =>
    {
        builder.Services.AddScoped<IPodAuthenticator, TokenAuthenticator>();
        configure?.Invoke(builder);
    });

    private static async Task<HttpResponseMessage> PostAsync(TestHost host, string path, string body, string? authorization = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return await host.Http.SendAsync(request);
    }
}
