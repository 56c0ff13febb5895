using ChatApp.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Pod.Runtime.Tests.Hosting;

public sealed class HealthTests
{
    [Theory]
    [InlineData("/health")]
    [InlineData("/healthz")]
    [InlineData("/livez")]
    [InlineData("/readyz")]
    public async Task A_running_server_is_alive_and_ready(string path)
    {
        await using var host = await TestHost.StartAsync(prefix: "/api");
        Assert.Equal("Healthy", await host.Http.GetStringAsync(new Uri(path, UriKind.Relative)));
    }

    [Fact]
    public async Task Health_routes_of_the_application_go_first()
    {
        await using var host = await TestHost.StartAsync(map: static app => app.MapGet("/health", static () => "own"));
        Assert.Equal("own", await host.Http.GetStringAsync(new Uri("/health", UriKind.Relative)));
    }

    [Fact]
    public async Task A_server_that_stops_is_alive_but_not_ready_and_takes_no_calls()
    {
        await using var host = await TestHost.StartAsync();
        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        foreach (var (verb, path, status) in new[] { ("GET", "/livez", 200), ("GET", "/readyz", 503), ("POST", "/probe/nothing", 503), ("GET", "/v1/websocket", 503) })
        {
            using var request = new HttpRequestMessage(new HttpMethod(verb), path);
            using var response = await host.Http.SendAsync(request);
            Assert.Equal((path, status, status == 503), (path, (int)response.StatusCode, response.Headers.RetryAfter is not null));
        }
    }
}
