using System.Net.WebSockets;
using ChatApp;
using ChatApp.Server;
using Microsoft.Extensions.DependencyInjection;
using Pod.Runtime.Messages.Delivery;
using Pod.Runtime.Streams;
using Pod.Runtime.Tests.Access;
using static Pod.Runtime.Tests.RawSocket;

namespace Pod.Runtime.Tests.Streams;

public sealed class StreamAccessTests
{
    private readonly Guid _call = Guid.NewGuid();

    public static TheoryData<AuthenticationRevocation, bool, bool> Revocations => new()
    {
        { new RevokedUser(), true, true },
        { new RevokedAuthId("ada@here"), true, true },
        { new RevokedAuthId("elsewhere"), false, false },
        { new RevokedScopes([Scope.Admin]), false, true },
        { new RevokedScopes([new Scope("editor")]), false, false },
    };

    [Theory]
    [InlineData("member", null, "authenticationFailed")]
    [InlineData("member", "Bearer unknown", "authenticationFailed")]
    [InlineData("member", "nonsense", "authenticationFailed")]
    [InlineData("admin", "Bearer ada", "authorizationDeclined")]
    [InlineData("admin", "Bearer ada:serverpod.admin", "success")]
    public async Task Openings_are_checked_before_their_arguments_are_read(string endpoint, string? auth, string result)
    {
        await using var host = await AccessTests.StartAsync();
        using var socket = await ConnectAsync(host);
        await socket.OpenAsync(_call, "watch", endpoint == "member" ? "{" : "{}", endpoint: endpoint, auth: auth);
        await socket.ExpectAsync(Frame("omsr", _call, "watch", $",\"res\":\"{result}\"", endpoint));
    }

    [Theory]
    [InlineData("cookie", null, "authenticationFailed")]
    [InlineData("cookie-transport", null, "authenticationFailed")]
    [InlineData("cookie", "Bearer ada", "success")]
    public async Task A_page_that_goes_by_cookies_is_who_its_opening_says_and_nobody_else(string mode, string? auth, string result)
    {
        await using var host = await AccessTests.StartAsync();
        using var socket = await ConnectAsync(host, cookie: "__Host-pod_auth=ada; Authorization=Bearer%20ada");
        var credentials = auth is null ? "" : $",\"auth\":\"{auth}\"";
        await socket.SendAsync(Frame("omsc", _call, "watch", $$""","args":"{\"number\":1}","is":[],"am":"{{mode}}"{{credentials}}""", "member"));
        await socket.ExpectAsync(Frame("omsr", _call, "watch", $",\"res\":\"{result}\"", "member"));
    }

    [Theory]
    [MemberData(nameof(Revocations))]
    public async Task Revocations_close_the_streams_that_need_what_was_lost(AuthenticationRevocation revocation, bool endsMember, bool endsAdmin)
    {
        await using var host = await AccessTests.StartAsync();
        using var socket = await ConnectAsync(host);
        var (member, admin, bob) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await OpenAsync(socket, member, "member", "Bearer ada:serverpod.admin");
        await OpenAsync(socket, admin, "admin", "Bearer ada:serverpod.admin");
        await OpenAsync(socket, bob, "member", "Bearer bob");
        await RevokeAsync(host, "ada", revocation);
        if (endsMember)
        {
            await socket.ExpectAsync(Frame("cmsc", member, "watch", ",\"cr\":\"error\"", "member"));
        }

        if (endsAdmin)
        {
            await socket.ExpectAsync(Frame("cmsc", admin, "watch", ",\"cr\":\"error\"", "admin"));
        }

        await socket.SendAsync("""{"type":"ping"}""");
        await socket.ExpectAsync("""{"type":"pong"}""");
        var left = 3 - (endsMember ? 1 : 0) - (endsAdmin ? 1 : 0);
        await Eventually.IsTrueAsync(() => host.Services.GetRequiredService<StreamSockets>().CallCount == left);
        socket.Abort();
        await Eventually.IsTrueAsync(() => host.Services.GetRequiredService<LocalMessages>().ChannelCount == 0);
    }

    [Fact]
    public async Task A_method_that_ignores_its_token_cannot_keep_the_stream_open()
    {
        await using var host = await AccessTests.StartAsync();
        using var socket = await ConnectAsync(host);
        await OpenAsync(socket, _call, "member", "Bearer ada", "stubborn");
        await RevokeAsync(host, "ada", new RevokedUser());
        await socket.ExpectAsync(Frame("cmsc", _call, "stubborn", ",\"cr\":\"error\"", "member"));
        host.Probe.Signal("stubborn ends");
        await Eventually.IsTrueAsync(() => host.Probe.OpenSessions == 0);
        await socket.SendAsync("""{"type":"ping"}""");
        await socket.ExpectAsync("""{"type":"pong"}""");
    }

    [Fact]
    public async Task An_open_endpoint_goes_on_when_its_caller_is_revoked()
    {
        await using var host = await AccessTests.StartAsync();
        using var socket = await ConnectAsync(host);
        await socket.OpenAsync(_call, "silent", auth: "Bearer ada");
        await socket.ExpectAsync(Frame("omsr", _call, "silent", ",\"res\":\"success\""));
        await RevokeAsync(host, "ada", new RevokedUser());
        await socket.SendAsync("""{"type":"ping"}""");
        await socket.ExpectAsync("""{"type":"pong"}""");
        Assert.Equal(1, host.Services.GetRequiredService<StreamSockets>().CallCount);
    }

    [Fact]
    public async Task An_authenticator_that_fails_is_a_failure_of_the_call()
    {
        await using var host = await AccessTests.StartAsync();
        using var socket = await ConnectAsync(host);
        await socket.OpenAsync(_call, "silent", auth: "Bearer crash");
        await socket.ExpectAsync(
            Frame("omsr", _call, "silent", ",\"res\":\"success\""),
            Frame("cmsc", _call, "silent", ",\"cr\":\"error\""));
    }

    [Fact]
    public async Task A_stream_may_have_a_longest_duration()
    {
        var time = new FakeTime();
        await using var host = await AccessTests.StartAsync(builder =>
        {
            builder.Configuration["Pod:Streams:MaxDuration"] = "00:00:10";
            builder.Services.AddSingleton<TimeProvider>(time);
        });
        using var socket = await ConnectAsync(host);
        await OpenAsync(socket, _call, "member", "Bearer ada");
        time.Advance(TimeSpan.FromSeconds(9));
        await socket.SendAsync("""{"type":"ping"}""");
        await socket.ExpectAsync("""{"type":"pong"}""");
        time.Advance(TimeSpan.FromSeconds(1));
        await socket.ExpectAsync(Frame("cmsc", _call, "watch", ",\"cr\":\"error\"", "member"));
    }

    [Theory]
    [InlineData("https://app.example.com", true)]
    [InlineData("https://evil.example.com", false)]
    [InlineData(null, true)]
    public async Task Where_origins_are_configured_others_cannot_connect(string? origin, bool isAllowed)
    {
        await using var host = await TestHost.StartAsync(static builder => builder.Configuration["Pod:Cors:AllowedOrigins:0"] = "https://app.example.com");
        var connecting = ConnectAsync(host, origin: origin);
        if (isAllowed)
        {
            using var socket = await connecting;
            return;
        }

        var failure = await Assert.ThrowsAsync<WebSocketException>(() => connecting);
        Assert.Contains("403", failure.Message, StringComparison.Ordinal);
    }

    private static async Task OpenAsync(RawSocket socket, Guid call, string endpoint, string auth, string method = "watch")
    {
        await socket.OpenAsync(call, method, """{"number":1}""", endpoint: endpoint, auth: auth);
        await socket.ExpectAsync(
            Frame("omsr", call, method, ",\"res\":\"success\"", endpoint),
            Frame("msm", call, method, ",\"o\":{\"className\":\"int\",\"data\":1}", endpoint));
    }

    private static async Task RevokeAsync(TestHost host, string user, AuthenticationRevocation revocation)
    {
        await using var session = await host.Services.GetRequiredService<ISessionFactory>().CreateAsync();
        await session.Messages.AuthenticationRevokedAsync(user, revocation);
    }
}
