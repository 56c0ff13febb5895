using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Pod.ServiceDefaults.Tests;

/// <summary>What service defaults do to every client of the factory.</summary>
#pragma warning disable CA1001 // xunit calls DisposeAsync of IAsyncLifetime.
public sealed class HttpClientTests : IAsyncLifetime
#pragma warning restore CA1001
{
    private readonly List<string> _requests = [];
    private WebApplication _server = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Map("/{**path}", context =>
        {
            lock (_requests)
            {
                _requests.Add($"{context.Request.Method} {context.Request.Path}");
                context.Response.StatusCode = _requests.Count < 3 && context.Request.Path == "/flaky" ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
            }

            return Task.CompletedTask;
        });
        await _server.StartAsync();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("https+http://server/a", "services:server:http:0")]
    [InlineData("http://server/a", "services:server:http:0")]
    [InlineData("http://_api.server/a", "services:server:api:0")]
    public async Task Names_of_services_become_addresses(string url, string key)
    {
        using var client = Client(key);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(url))).StatusCode);
        Assert.Equal(["GET /a"], _requests);
    }

    [Fact]
    public async Task Reads_are_repeated_and_writes_are_not()
    {
        using var client = Client("services:server:http:0");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.PostAsync(new Uri("http://server/flaky"), new StringContent("x"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("http://server/flaky"))).StatusCode);
        Assert.Equal(["POST /flaky", "GET /flaky", "GET /flaky"], _requests);
    }

    [Fact]
    public async Task A_name_without_an_address_goes_to_the_network_as_it_is()
    {
        using var client = Client("services:other:http:0");

        await Assert.ThrowsAsync<HttpRequestException>(() => client.PostAsync(new Uri("https+http://nowhere.invalid/a"), null));
    }

    private HttpClient Client(string key)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration[key] = _server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        builder.AddServiceDefaults();
        return builder.Build().Services.GetRequiredService<IHttpClientFactory>().CreateClient();
    }
}
