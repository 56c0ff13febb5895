using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pod.ServiceDefaults.Tests.Support;

namespace Pod.ServiceDefaults.Tests;

public sealed class HealthTests
{
    [Fact]
    public async Task Health_is_503_from_the_moment_the_server_stops_and_alive_stays_200()
    {
        await using var host = await ChatHost.StartAsync(collector: null);
        using var http = new HttpClient { BaseAddress = host.Address };
        var before = await http.GetAsync("health");
        HttpStatusCode? health = null;
        HttpStatusCode? alive = null;
        var lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
        await using var registration = lifetime.ApplicationStopping.Register(() =>
        {
            health = http.GetAsync("health").GetAwaiter().GetResult().StatusCode;
            alive = http.GetAsync("alive").GetAwaiter().GetResult().StatusCode;
        });

        lifetime.StopApplication();

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (health, alive));
    }
}
