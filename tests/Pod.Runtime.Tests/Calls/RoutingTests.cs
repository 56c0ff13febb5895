using System.Net;
using System.Text;
using ChatApp.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pod.Protocol;
using ChatProtocol = ChatApp.Server.Protocol;

namespace Pod.Runtime.Tests.Calls;

public sealed class RoutingTests
{
    [Fact]
    public async Task Routes_files_and_fallbacks_of_the_application_go_first()
    {
        var root = Directory.CreateTempSubdirectory("pod");
        Directory.CreateDirectory(Path.Combine(root.FullName, "css"));
        Directory.CreateDirectory(Path.Combine(root.FullName, "probe"));
        await File.WriteAllTextAsync(Path.Combine(root.FullName, "css", "site.css"), "css");
        await File.WriteAllTextAsync(Path.Combine(root.FullName, "index.html"), "index");
        await File.WriteAllTextAsync(Path.Combine(root.FullName, "probe", "index.html"), "probe page");
        await using var host = await TestHost.StartAsync(
            map: app =>
            {
                app.UseDefaultFiles();
                app.UseStaticFiles();
                app.MapGet("/own/route", () => "own get");
                app.MapPost("/own/posted", () => "own post");
                app.MapPost("/probe/nothing", () => "own instead of Pod's");
                app.MapFallbackToFile("index.html");
            },
            webRoot: root.FullName);

        Assert.Equal("css", await GetAsync(host, "/css/site.css"));
        Assert.Equal("index", await GetAsync(host, "/"));
        Assert.Equal("index", await GetAsync(host, "/some/page"));
        Assert.Equal("own get", await GetAsync(host, "/own/route"));
        Assert.Equal((200, "own post"), await PostAsync(host, "/own/posted", "{}"));
        Assert.Equal((200, "own instead of Pod's"), await PostAsync(host, "/probe/nothing", "{}"));
        Assert.Equal((200, "\"x\""), await PostAsync(host, "/probe/echo", """{"text":"x"}"""));
        Assert.Equal((404, "There is no endpoint 'some'."), await PostAsync(host, "/some/page", "{}"));

        await using var withoutFallback = await TestHost.StartAsync(
            map: app =>
            {
                app.UseDefaultFiles();
                app.UseStaticFiles();
            },
            webRoot: root.FullName);
        Assert.Equal("index", await GetAsync(withoutFallback, "/"));
        Assert.Equal("css", await GetAsync(withoutFallback, "/css/site.css"));
        Assert.Equal("probe page", await GetAsync(withoutFallback, "/probe/"));
        root.Delete(recursive: true);
    }

    [Fact]
    public async Task The_socket_and_the_health_routes_go_before_endpoints_and_routes_of_the_application_before_both()
    {
        await using var host = await TestHost.StartAsync(static builder => builder.Services.AddSingleton<PodServerProtocol>(new NamesakeProtocol()));
        using var socket = await RawSocket.ConnectAsync(host);
        await socket.SendAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", await socket.ReceiveAsync());
        Assert.Equal((400, "Streams need a WebSocket."), await PostAsync(host, "/v1/websocket", """{"text":"x"}"""));
        Assert.Equal((200, "\"x\""), await PostAsync(host, "/v1/echo", """{"text":"x"}"""));
        Assert.Equal("Healthy", await GetAsync(host, "/livez"));
        Assert.Equal((200, "\"x\""), await PostAsync(host, "/livez", """{"method":"echo","text":"x"}"""));

        await using var own = await TestHost.StartAsync(map: static app =>
        {
            app.MapGet("/v1/websocket", static () => "own socket");
            app.MapPost("/probe", static () => "own probe");
        });
        Assert.Equal("own socket", await GetAsync(own, "/v1/websocket"));
        Assert.Equal((200, "own probe"), await PostAsync(own, "/probe", """{"method":"echo","text":"x"}"""));
        Assert.Equal((200, "\"x\""), await PostAsync(own, "/probe/echo", """{"text":"x"}"""));
    }

    [Fact]
    public async Task Unknown_paths_stay_the_applications_own_404()
    {
        await using var host = await TestHost.StartAsync();
        using var response = await host.Http.GetAsync(new Uri("/some/page", UriKind.Relative));
        Assert.Equal((HttpStatusCode.NotFound, ""), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        Assert.Equal((404, ""), await PostAsync(host, "/some", "{}"));
        Assert.Equal((404, ""), await PostAsync(host, "/some/long/path", "{}"));
    }

    [Fact]
    public async Task A_prefix_moves_everything()
    {
        await using var host = await TestHost.StartAsync(prefix: "/api");
        Assert.Equal((200, "\"x\""), await PostAsync(host, "/api/probe/echo", """{"text":"x"}"""));
        Assert.Equal((404, "There is no endpoint 'nope'."), await PostAsync(host, "/api/nope/echo", "{}"));
        Assert.Equal((404, ""), await PostAsync(host, "/probe/echo", """{"text":"x"}"""));
        using var socket = await RawSocket.ConnectAsync(host, "/api/v1/websocket");
        await socket.SendAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", await socket.ReceiveAsync());
    }

    [Fact]
    public async Task Every_method_is_a_routing_endpoint_with_metadata()
    {
        await using var host = await TestHost.StartAsync(map: static _ => { });
        var methods = host.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Select(static endpoint => (Endpoint: (RouteEndpoint)endpoint, Pod: endpoint.Metadata.GetMetadata<PodMethodMetadata>()))
            .Where(static pair => pair.Pod is not null)
            .ToList();
        Assert.Equal(new ChatProtocol().Endpoints.Sum(static endpoint => endpoint.Methods.Count), methods.Count);
        var echo = methods.Single(static pair => pair.Pod!.Method.Name == "echo").Endpoint;
        Assert.Equal("/probe/echo", "/" + echo.RoutePattern.RawText?.TrimStart('/'));
        Assert.Equal(["POST"], echo.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods);
    }

    [Fact]
    public async Task Attributes_of_methods_and_classes_are_metadata_for_aspnet_core()
    {
        await using var host = await TestHost.StartAsync();
        var routes = host.Services.GetRequiredService<EndpointDataSource>().Endpoints;
        var edit = routes.Single(static endpoint => endpoint.Metadata.GetMetadata<PodMethodMetadata>()?.Method.Name == "edit");
        Assert.Equal(["editor", "writer"], edit.Metadata.GetMetadata<RequireScopesAttribute>()!.Scopes);
        Assert.Equal(["member"], edit.Metadata.GetMetadata<TagsAttribute>()!.Tags);
    }

    [Fact]
    public async Task Rate_limits_of_aspnet_core_hold_for_calls_but_not_for_health()
    {
        await using var host = await TestHost.StartAsync(
            static builder => builder.Services.AddRateLimiter(static options =>
            {
                options.RejectionStatusCode = 429;
                options.OnRejected = static (context, _) =>
                {
                    context.HttpContext.Response.Headers.RetryAfter = "60";
                    return ValueTask.CompletedTask;
                };
                options.AddFixedWindowLimiter("calls", static window => (window.PermitLimit, window.Window) = (1, TimeSpan.FromHours(1)));
            }),
            static app => app.UseRateLimiter(),
            conventions: static calls => calls.RequireRateLimiting("calls"));
        Assert.Equal((200, "\"x\""), await PostAsync(host, "/probe/echo", """{"text":"x"}"""));
        Assert.Equal((429, ""), await PostAsync(host, "/probe/echo", """{"text":"x"}"""));
        Assert.Equal("Healthy", await GetAsync(host, "/readyz"));
    }

    [Fact]
    public async Task The_port_is_8080_only_when_nothing_else_is_configured()
    {
        Assert.Equal(["http://localhost:8080"], await AddressesAsync([]));
        Assert.Equal(["http://127.0.0.1:0"], await AddressesAsync(["--urls", "http://127.0.0.1:0"]));
        Assert.Empty(await AddressesAsync(["--Kestrel:Endpoints:Http:Url", "http://127.0.0.1:0"]));
        Assert.Equal(["http://*:8099"], await AddressesAsync(["--http_ports", "8099"]));
    }

    [Fact]
    public void Adding_twice_changes_nothing_and_forgetting_to_add_is_explained()
    {
        var builder = WebApplication.CreateBuilder();
        builder.AddPod<ChatProtocol>();
        var count = builder.Services.Count;
        builder.AddPod<ChatProtocol>();
        Assert.Equal(count, builder.Services.Count);

        var without = WebApplication.CreateBuilder().Build();
        Assert.Contains("AddPod", Assert.Throws<InvalidOperationException>(() => without.MapPod()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_settings_stop_the_start()
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => TestHost.StartAsync(
            static builder => builder.Configuration["Pod:MaxRequestSize"] = "0"));
        Assert.Contains("Pod:MaxRequestSize", failure.Message, StringComparison.Ordinal);
    }

    // A server that notes the addresses it was given instead of listening, so that no test needs a particular port to be free.
    private static async Task<IEnumerable<string>> AddressesAsync(string[] arguments)
    {
        var builder = WebApplication.CreateBuilder(arguments);
        builder.Logging.ClearProviders();
        builder.AddPod<ChatProtocol>();
        builder.Services.AddSingleton<Probe>();
        builder.Services.AddSingleton<IServer, IdleServer>();
        await using var app = builder.Build();
        app.MapPod();
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ToList();
        await app.StopAsync();
        return addresses;
    }

    private static Task<string> GetAsync(TestHost host, string path) => host.Http.GetStringAsync(new Uri(path, UriKind.Relative));

    private static async Task<(int Status, string Text)> PostAsync(TestHost host, string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await host.Http.PostAsync(new Uri(path, UriKind.Relative), content);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    // Endpoints whose paths are also those of the socket and of a health route.
    private sealed class NamesakeProtocol : PodServerProtocol
    {
        public override ModelRegistry Models { get; } = new([]);

        public override IReadOnlyList<EndpointDescriptor> Endpoints { get; } =
        [
            new EndpointDescriptor<ProbeEndpoint>("v1", [Echo("websocket"), Echo("echo")]),
            new EndpointDescriptor<ProbeEndpoint>("livez", [Echo("echo")]),
        ];

        private static CallMethod<ProbeEndpoint, string> Echo(string name)
            => new(name, ["text"], PodJson.String, static (endpoint, call) => endpoint.Echo(call.Session, call.Read(0, PodJson.String)));
    }
}
