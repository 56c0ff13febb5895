using System.Collections.Concurrent;
using System.Text;
using ChatApp;
using ChatApp.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static Pod.Runtime.Tests.RawSocket;

namespace Pod.Runtime.Tests.Calls;

public sealed class ExceptionHandlerTests
{
    private readonly ConcurrentQueue<string> _seen = new();

    [Theory]
    [InlineData("other", "probe/throw InvalidOperationException", 500)]
    [InlineData("secret", "probe/throw ServerSecret", 500)]
    [InlineData("declared", null, 400)]
    public async Task Handlers_get_what_was_not_expected_and_only_that(string kind, string? expected, int status)
    {
        await using var host = await TestHost.StartAsync(builder => builder.Services.AddSingleton<IPodExceptionHandler>(new Tracker(_seen)));
        Assert.Equal(status, await ThrowAsync(host, kind));
        Assert.Equal(expected is null ? [] : [expected], _seen);
    }

    [Fact]
    public async Task Streams_and_internal_sessions_are_tracked_too()
    {
        await using var host = await TestHost.StartAsync(builder => builder.Services.AddSingleton<IPodExceptionHandler>(new Tracker(_seen)));
        using var socket = await ConnectAsync(host);
        var call = Guid.NewGuid();
        await socket.OpenAsync(call, "failAfter", """{"items":0,"declared":false}""");
        await socket.ExpectAsync(Frame("omsr", call, "failAfter", ",\"res\":\"success\""), Frame("cmsc", call, "failAfter", ",\"cr\":\"error\""));
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => host.Services.GetRequiredService<ISessionFactory>().RunAsync(static _ => throw new InvalidOperationException()));
        Assert.Equal(["probe/failAfter InvalidOperationException", "internal/ InvalidOperationException"], _seen);
    }

    [Fact]
    public async Task A_handler_that_throws_is_left_behind_with_a_warning()
    {
        var log = new RecordedLog();
        await using var host = await TestHost.StartAsync(builder => builder.Services
            .AddLogging(logging => logging.AddProvider(log))
            .AddSingleton<IPodExceptionHandler, Broken>()
            .AddSingleton<IPodExceptionHandler>(new Tracker(_seen)));
        Assert.Equal(500, await ThrowAsync(host, "other"));
        Assert.Single(_seen);
        var (warning, failure) = (log.Entries.Single(static entry => entry.Id == 2006), log.Entries.Single(static entry => entry.Id == 2001));
        Assert.Equal(LogLevel.Warning, warning.Level);
        Assert.Equal("the inside", failure.Exception!.Message);
    }

    [Fact]
    public async Task A_handler_that_never_ends_holds_nothing_up_for_longer_than_30_seconds()
    {
        var time = new FakeTime();
        var hanging = new Hanging();
        await using var host = await TestHost.StartAsync(builder => builder.Services
            .AddSingleton<TimeProvider>(time).AddSingleton<IPodExceptionHandler>(hanging));
        var call = ThrowAsync(host, "other");
        await hanging.Started.Task.WaitAsync(TestHost.Patience);
        while (!call.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(31));
            await Task.WhenAny(call, Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System));
        }

        Assert.Equal(500, await call);
    }

    private static async Task<int> ThrowAsync(TestHost host, string kind)
    {
        using var content = new StringContent($$"""{"kind":"{{kind}}"}""", Encoding.UTF8, "application/json");
        using var response = await host.Http.PostAsync(new Uri("/probe/throw", UriKind.Relative), content);
        return (int)response.StatusCode;
    }

    private sealed class Tracker(ConcurrentQueue<string> seen) : IPodExceptionHandler
    {
        public ValueTask HandleAsync(Session session, Exception exception)
        {
            seen.Enqueue($"{session.Endpoint}/{session.Method} {exception.GetType().Name}");
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Broken : IPodExceptionHandler
    {
        public ValueTask HandleAsync(Session session, Exception exception) => throw new InvalidOperationException("of the handler");
    }

    private sealed class Hanging : IPodExceptionHandler
    {
        public TaskCompletionSource Started { get; } = new();

        public async ValueTask HandleAsync(Session session, Exception exception)
        {
            Started.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System);
        }
    }
}
