using System.Collections.Concurrent;
using System.Diagnostics;
using ChatApp;
using ChatApp.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pod.Database;

namespace Pod.Runtime.Tests.Sessions;

public sealed class SessionTests
{
    [Fact]
    public async Task Closing_callbacks_run_once_in_order_and_a_failing_one_does_not_stop_the_rest()
    {
        await using var host = await TestHost.StartAsync();
        var session = await host.Services.GetRequiredService<ISessionFactory>().CreateAsync();
        var calls = new List<string>();
        session.OnClosing(s => Note("first"));
        session.OnClosing(_ => throw new InvalidOperationException());
        session.OnClosing(_ => Note("taken back")).Dispose();
        session.OnClosing(s =>
        {
            Assert.NotNull(s.Services);
            return Note("last");
        });
        await session.DisposeAsync();
        await session.DisposeAsync();
        Assert.Equal(["first", "last"], calls);

        Task Note(string text)
        {
            calls.Add(text);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_closed_session_is_of_no_use()
    {
        await using var host = await TestHost.StartAsync();
        var session = await host.Services.GetRequiredService<ISessionFactory>().CreateAsync();
        await session.DisposeAsync();
        Assert.Throws<ObjectDisposedException>(() => session.Services);
        Assert.Throws<ObjectDisposedException>(() => session.Log("x"));
        Assert.Throws<ObjectDisposedException>(() => session.OnClosing(_ => Task.CompletedTask));
        Assert.NotEqual(Guid.Empty, session.SessionId);
    }

    [Fact]
    public async Task Without_a_database_the_message_names_the_setting()
    {
        await using var host = await TestHost.StartAsync();
        await using var session = await host.Services.GetRequiredService<ISessionFactory>().CreateAsync();
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => session.Db.TestConnectionAsync());
        Assert.Contains("ConnectionStrings:poddb", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_come_from_the_configuration_and_a_missing_one_names_its_key()
    {
        await using var host = await TestHost.StartAsync(static builder => builder.Configuration["Pod:Secrets:mail"] = "hush");
        await using var session = await host.Services.GetRequiredService<ISessionFactory>().CreateAsync();
        Assert.Equal("hush", session.Passwords["mail"]);
        Assert.Null(session.Passwords.Find("other"));
        var failure = Assert.Throws<InvalidOperationException>(() => session.Passwords["other"]);
        Assert.Contains("Pod:Secrets:other", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Pod__Secrets__other", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_of_the_log_carry_the_session_and_their_own_metadata()
    {
        var log = new RecordedLog();
        await using var host = await TestHost.StartAsync(builder => builder.Services.AddLogging(logging => logging.AddProvider(log)));
        await using var session = await host.Services.GetRequiredService<ISessionFactory>().CreateAsync();
        var failure = new InvalidOperationException();
        session.Log("first", LogLevel.Warning, failure, new Dictionary<string, object?> { ["order"] = 7 });
        session.Log("second");
        session.Alert("look here");
        var entries = log.Entries.Where(entry => Equals(entry.Scope.GetValueOrDefault("SessionId"), session.SessionId)).ToList();
        Assert.Equal(
            [("first", LogLevel.Warning, 2300), ("second", LogLevel.Information, 2300), ("look here", LogLevel.Critical, 2303)],
            entries.Select(static entry => (entry.Text, entry.Level, entry.Id)));
        Assert.Equal((7, failure), (entries[0].Scope["order"], entries[0].Exception));
        Assert.False(entries[1].Scope.ContainsKey("order"));
    }

    [Fact]
    public async Task Each_session_has_one_free_slot_of_its_own()
    {
        await using var host = await TestHost.StartAsync();
        var sessions = host.Services.GetRequiredService<ISessionFactory>();
        await using var session = await sessions.CreateAsync();
        await using var other = await sessions.CreateAsync();
        Assert.Null(session.UserObject);
        var tenant = new object();
        session.UserObject = tenant;
        Assert.Same(tenant, session.Services.GetRequiredService<Session>().UserObject);
        Assert.Null(other.UserObject);
    }

    [Fact]
    public async Task Each_session_has_endpoints_of_its_own()
    {
        await using var host = await TestHost.StartAsync();
        var sessions = host.Services.GetRequiredService<ISessionFactory>();
        await using var session = await sessions.CreateAsync();
        await using var other = await sessions.CreateAsync();
        Assert.NotSame(session.Services.GetRequiredService<ProbeEndpoint>(), other.Services.GetRequiredService<ProbeEndpoint>());
    }

    [Fact]
    public async Task Queries_are_tagged_with_the_name_of_the_work()
    {
        await using var host = await TestHost.StartAsync();
        await using var session = await host.Services.GetRequiredService<ISessionFactory>().CreateAsync();
        Assert.Equal(session.Endpoint, ((IDatabaseSession)session).QueryTag);
    }

    [Fact]
    public async Task The_factory_closes_with_the_outcome()
    {
        await using var host = await TestHost.StartAsync();
        var sessions = host.Services.GetRequiredService<ISessionFactory>();
        Session? seen = null;
        Assert.Equal(7, await sessions.RunAsync(session =>
        {
            seen = session;
            Assert.Same(session, session.Services.GetRequiredService<Session>());
            return Task.FromResult(7);
        }));
        Assert.Throws<ObjectDisposedException>(() => seen!.Services);
        await Assert.ThrowsAsync<InvalidOperationException>(() => sessions.RunAsync(static _ => throw new InvalidOperationException()));
    }

    [Fact]
    public async Task Outside_a_session_the_service_names_the_factory()
    {
        await using var host = await TestHost.StartAsync();
        await using var scope = host.Services.CreateAsyncScope();
        var failure = Assert.Throws<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<Session>());
        Assert.Contains("ISessionFactory", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Times_come_from_the_clock()
    {
        var time = new FakeTime();
        await using var host = await TestHost.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(time));
        await using var session = await host.Services.GetRequiredService<ISessionFactory>().CreateAsync();
        time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(TimeSpan.FromSeconds(3), session.Duration);
        Assert.Equal(time.GetUtcNow() - session.Duration, session.StartedAt);
    }

    [Fact]
    public async Task Each_session_is_one_activity_below_that_of_its_caller()
    {
        var stopped = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Pod.Runtime",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = stopped.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var host = await TestHost.StartAsync();
        using var socket = await RawSocket.ConnectAsync(host);
        var trace = ActivityTraceId.CreateRandom();
        var call = Guid.NewGuid();
        await socket.SendAsync(RawSocket.Frame(
            "omsc", call, "count", $",\"args\":\"{{\\\"to\\\":0}}\",\"traceparent\":\"00-{trace}-{ActivitySpanId.CreateRandom()}-01\""));
        await socket.ReceiveAsync();
        await Eventually.IsTrueAsync(() => stopped.Any(activity => activity.TraceId == trace));
        var activity = stopped.Single(activity => activity.TraceId == trace);
        Assert.Equal("probe/count", activity.OperationName);
        Assert.Equal("count", activity.GetTagItem("rpc.method"));
    }
}
