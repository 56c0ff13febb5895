using System.Collections.Concurrent;
using System.Text;
using ChatApp.Model;
using ChatApp.Server;
using Microsoft.Extensions.DependencyInjection;

namespace Pod.Runtime.Tests.Calls;

public sealed class FilterTests
{
    [Fact]
    public async Task Filters_wrap_calls_and_streams_and_see_their_arguments()
    {
        var seen = new ConcurrentQueue<string>();
        await using var host = await TestHost.StartAsync(builder => builder.Services
            .AddSingleton<IPodFilter>(new Recorder("outer", seen))
            .AddSingleton<IPodFilter>(new Recorder("inner", seen)));
        using var content = new StringContent("""{"text":"x"}""", Encoding.UTF8, "application/json");
        using var response = await host.Http.PostAsync(new Uri("/probe/echo", UriKind.Relative), content);
        Assert.Equal("\"x\"", await response.Content.ReadAsStringAsync());
        Assert.Equal(["outer probe/echo \"x\"", "inner probe/echo \"x\""], seen);

        using var socket = await RawSocket.ConnectAsync(host);
        var call = Guid.NewGuid();
        await socket.OpenAsync(call, "count", """{"to":0}""");
        await socket.ExpectAsync(RawSocket.Frame("omsr", call, "count", ",\"res\":\"success\""));
        Assert.Equal("inner probe/count ", seen.Last());
    }

    [Fact]
    public async Task What_a_filter_throws_counts_as_thrown_by_the_method()
    {
        await using var host = await TestHost.StartAsync(static builder => builder.Services.AddSingleton<IPodFilter, Refusing>());
        using var content = new StringContent("""{"text":"x"}""", Encoding.UTF8, "application/json");
        using var response = await host.Http.PostAsync(new Uri("/probe/echo", UriKind.Relative), content);
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains("ChannelNotFound", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private sealed class Recorder(string name, ConcurrentQueue<string> seen) : IPodFilter
    {
        public Task InvokeAsync(PodCall podCall, Func<Task> proceed)
        {
            seen.Enqueue($"{name} {podCall.Session.Endpoint}/{podCall.Session.Method} {Encoding.UTF8.GetString(podCall.GetArgument("text").Span)}");
            return proceed();
        }
    }

    private sealed class Refusing : IPodFilter
    {
        public Task InvokeAsync(PodCall podCall, Func<Task> proceed) => throw new ChannelNotFound { ChannelId = 1 };
    }
}
