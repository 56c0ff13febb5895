using System.Text;
using ChatApp.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Pod.Runtime.Tests.Sessions;

public sealed class WebSessionTests
{
    [Fact]
    public async Task A_route_that_asks_has_a_session_that_ends_with_the_response()
    {
        WebCallSession? seen = null;
        await using var host = await StartAsync(app => app.MapGet("/report/{id}", (WebCallSession session, HttpContext context, Session injected) =>
        {
            seen = session;
            Assert.Same(session, injected);
            Assert.Same(context, session.HttpContext);
            session.SetResponseHeader("x-own", "1");
            session.SetResponseCookie("c", "2", new CookieOptions());
            return $"{session.Endpoint} {session.Method} {session.Authenticated?.UserIdentifier}";
        }));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/report/7") { Headers = { { "Authorization", "Bearer ada" } } };
        using var response = await host.Http.SendAsync(request);
        Assert.Equal("web /report/{id} ada", await response.Content.ReadAsStringAsync());
        Assert.Equal("1", response.Headers.GetValues("x-own").Single());
        Assert.StartsWith("c=2", response.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
        await Eventually.IsTrueAsync(() => seen!.IsClosed);
        Assert.Throws<ObjectDisposedException>(() => seen!.HttpContext);
    }

    [Fact]
    public async Task A_request_has_one_session()
    {
        await using var host = await StartAsync(static app => app.MapGet(
            "/same", static async (HttpContext context, CancellationToken _) => ReferenceEquals(await WebCallSession.OpenAsync(context), await WebCallSession.OpenAsync(context))));
        Assert.Equal("true", await host.Http.GetStringAsync(new Uri("/same", UriKind.Relative)));
    }

    [Fact]
    public async Task Malformed_credentials_are_a_bad_request()
    {
        await using var host = await StartAsync(static app => app.MapGet("/x", static (WebCallSession session) => "x"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/x");
        request.Headers.TryAddWithoutValidation("Authorization", "Digest y");
        using var response = await host.Http.SendAsync(request);
        Assert.Equal(400, (int)response.StatusCode);
    }

    [Fact]
    public async Task Headers_cannot_be_set_once_the_response_has_started()
    {
        await using var host = await StartAsync(static app => app.MapGet("/late", static async context =>
        {
            var session = await WebCallSession.OpenAsync(context);
            await context.Response.WriteAsync("started ");
            await context.Response.Body.FlushAsync();
            var failure = Assert.Throws<InvalidOperationException>(() => session.SetResponseHeader("x", "y"));
            await context.Response.WriteAsync(failure.Message);
        }));
        Assert.StartsWith("started The response has started", await host.Http.GetStringAsync(new Uri("/late", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Development", true)]
    [InlineData("Production", false)]
    public async Task Calls_carry_their_session_id_and_in_development_their_time(string environment, bool hasTime)
    {
        await using var host = await TestHost.StartAsync(environment: environment);
        foreach (var path in (string[])["/probe/nothing", "/probe/throw", "/member/name"])
        {
            using var content = new StringContent("{}", Encoding.UTF8, "application/json");
            using var response = await host.Http.PostAsync(new Uri(path, UriKind.Relative), content);
            Assert.True(Guid.TryParse(response.Headers.GetValues("x-pod-session-id").Single(), out _));
            Assert.Equal(hasTime, response.Headers.TryGetValues("Server-Timing", out var time) && time.Single().StartsWith("total;dur=", StringComparison.Ordinal));
        }
    }

    private static Task<TestHost> StartAsync(Action<WebApplication> map) =>
        TestHost.StartAsync(static builder => builder.Services.AddScoped<IPodAuthenticator, TokenAuthenticator>(), map);
}
