using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pod.Protocol;
using Pod.Runtime;
using Pod.Runtime.Caching;
using Pod.Runtime.Database;
using Pod.Runtime.Diagnostics;
using Pod.Runtime.Messages.Delivery;
using Pod.Testing.Clock;
using Pod.Testing.Isolating;
using Pod.Testing.Scopes;
using Pod.Testing.Wire;

namespace Pod.Testing;

/// <summary>One test: what it may use, and at its end what has to be undone. Safe on any thread.</summary>
/// <example><code>
/// await using var test = await pod.BeginAsync();
/// var answer = await new TestEndpoints().Ticket.OpenAsync(test.Sessions, "Leak");
/// </code></example>
public sealed class PodTestScope : IAsyncDisposable
{
    private static readonly AsyncLocal<PodTestScope?> Ambient = new();

    private readonly PodTestHost _host;
    private readonly IDisposable _clock;
    private readonly ServerCaches _caches;
    private readonly ServerMessages _messages;
    private readonly ConcurrentDictionary<StartedWork, byte> _running = new();
    private readonly CancellationTokenSource _ending = new();
    private Isolation _isolation;

    internal PodTestScope(PodTestHost host, Isolation isolation, string name, Action<string>? writeLine)
    {
        _host = host;
        _isolation = isolation;
        Name = name;
        WriteLine = writeLine;
        Time = host.NewTime(SettleAsync);
        _caches = NewCaches(host.Services);
        _messages = NewMessages(host.Services);
        Resources = new TestResources(this, host.Services.GetRequiredService<ServerDatabase>(), _messages, _caches);
        Wire = new TestWire(Time);
        Ambient.Value = this;
        _clock = PodClock.Use(Time);
        Sessions = new TestSessionBuilder(this);
        Session = new InternalSession(host.Services.CreateAsyncScope(), "test", _ending.Token, Resources);
    }

    /// <summary>What messages call the test.</summary>
    public string Name { get; }

    /// <summary>A session for the test's own queries and messages.</summary>
    public InternalSession Session { get; }

    /// <summary>Makes the sessions of calls; nobody is signed in.</summary>
    public TestSessionBuilder Sessions { get; }

    /// <summary>The services of the test's own session.</summary>
    public IServiceProvider Services => Session.Services;

    /// <summary>The clock.</summary>
    public TestTime Time { get; }

    /// <summary>What the test caused: log entries and statements.</summary>
    public TestLog Log { get; } = new();

    /// <summary>What the code under test posted.</summary>
    public TestMessages Messages { get; } = new();

    /// <summary>What travelled between the server and real clients of the test.</summary>
    public TestWire Wire { get; }

    internal static PodTestScope? Current => Ambient.Value;

    internal PodTestHost Host => _host;

    internal Action<string>? WriteLine { get; }

    internal TestResources Resources { get; }

    internal TestDatabase? Database { get; private set; }

    internal ConcurrentDictionary<string, AuthenticationInfo> Identities { get; } = new(StringComparer.Ordinal);

    /// <summary>Opens the database of the test. Everything that was made with <see cref="PodTestHost.Begin"/> waits for this.</summary>
    public async Task StartAsync()
    {
        Database = await (_host.Database?.OpenAsync(_isolation, Time, Name) ?? Task.FromResult<TestDatabase?>(null)).ConfigureAwait(false);
        if (Database is { NeedsSeed: true })
        {
            await _host.Options.Seed!(Session).ConfigureAwait(false);
        }
    }

    /// <summary>Changes how the running test is undone, before it does anything; for attributes of test frameworks, which run between set-up and test.</summary>
    /// <exception cref="InvalidOperationException">No test is running here.</exception>
    public static void UseIsolation(Isolation isolation)
    {
        var test = Current ?? throw new InvalidOperationException("No test of a Pod server is running here. Derive the test class from PodTest.");
        if (test._isolation != isolation)
        {
            // Such attributes cannot wait.
            Task.Run(() => test.RestartAsync(isolation)).GetAwaiter().GetResult();
        }
    }

    /// <summary>Makes a handler that connects a real HTTP client to the server in memory; what it asks for belongs to this test.</summary>
    /// <example><code>using var client = new HttpClient(test.CreateHandler()) { BaseAddress = new Uri("http://localhost") };</code></example>
    public HttpMessageHandler CreateHandler() => InMemoryClient.CreateHandler(this);

    /// <summary>Opens the socket of streams, or another WebSocket of the application, in memory.</summary>
    /// <param name="path">The path of the socket.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public Task<System.Net.WebSockets.WebSocket> CreateWebSocketAsync(string path = "/v1/websocket", CancellationToken cancellationToken = default)
        => InMemoryClient.ConnectAsync(this, path, cancellationToken);

    /// <summary>Waits until the server has done what it can do without anything new.</summary>
    public Task SettleAsync() => Settling.RunAsync(() => Database is { IsBusy: true }, () => !_running.IsEmpty);

    /// <summary>Ends what the test started and undoes what it did.</summary>
    /// <exception cref="PodTestLeakException">A call or stream does not end.</exception>
    /// <exception cref="PodTestLockException">The test and another one wanted the same row.</exception>
    public async ValueTask DisposeAsync()
    {
        var leaks = await EndWorkAsync().ConfigureAwait(false);
        await _ending.CancelAsync().ConfigureAwait(false);
        await Session.DisposeAsync().ConfigureAwait(false);
        var failure = Database?.Failure;
        if (Database is { } database)
        {
            Database = null;
            await database.DisposeAsync().ConfigureAwait(false);
        }

        _caches.Dispose();
        _messages.Dispose();
        _clock.Dispose();
        _ending.Dispose();
        if (failure is not null)
        {
            throw failure;
        }

        if (leaks.Count > 0)
        {
            throw new PodTestLeakException(
                $"'{Name}' has ended, but {string.Join(" and ", leaks.Select(static leak => $"'{leak}'"))} still ran after {_host.Options.LeakTimeout.TotalSeconds:0.#} seconds. "
                + $"Await what the test starts, and let methods listen to their CancellationToken.{Waiting()}");
        }
    }

    /// <summary>Makes what follows in this flow of execution belong to the test. Leaving the calling method undoes it, if that is an async one.</summary>
    internal void Enter()
    {
        Ambient.Value = this;
        PodClock.Use(Time);
    }

    /// <summary>Makes what follows in this flow of execution belong to no test.</summary>
    internal static void Leave(TimeProvider time)
    {
        Ambient.Value = null;
        PodClock.Use(time);
    }

    internal void Track(StartedWork work)
    {
        _running.TryAdd(work, 0);
        _ = ForgetAsync(work);
    }

    /// <summary>Says which timers stand still, for messages about something that does not come.</summary>
    internal string Waiting()
        => Time.Pending is [var next, ..] pending
            ? $" The clock stands at {Time.GetUtcNow():O}, and {pending.Count} timer(s) wait for it, the next one until {next:O}: Time.AdvanceAsync moves it."
            : "";

    // Empty at the beginning of each test; the global cache as well, which no other server has to share.
    private ServerCaches NewCaches(IServiceProvider services) => new(
        services.GetRequiredService<IOptions<PodOptions>>().Value.Caching, services.GetRequiredService<CacheCodecs>(), Time,
        services.GetRequiredService<SessionLogger>().Logger, shared: null);

    // What is posted stays in the test.
    private ServerMessages NewMessages(IServiceProvider services) => new(
        Messages.Bus, backplane: null, services.GetRequiredService<IOptions<PodOptions>>().Value.Messaging, _host.Protocol.Models, Time,
        services.GetRequiredService<SessionLogger>().Logger)
    {
        ReachesOthers = services.GetRequiredService<ServerMessages>().ReachesOthers
            || services.GetRequiredService<IConfiguration>()["Pod:Messaging:Backplane"] == nameof(MessageBackplane.Postgres),
    };

    private async Task ForgetAsync(StartedWork work)
    {
        await work.Completion.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _running.TryRemove(work, out _);
    }

    private async Task<List<string>> EndWorkAsync()
    {
        foreach (var work in _running.Keys)
        {
            work.Cancel();
        }

        var started = _running.Keys.ToList();
        var all = Task.WhenAll(started.Select(static work => work.Completion));
        await Task.WhenAny(all, Task.Delay(_host.Options.LeakTimeout, TimeProvider.System, CancellationToken.None)).ConfigureAwait(false);
        return [.. started.Where(static work => !work.Completion.IsCompleted).Select(static work => work.Name).Order(StringComparer.Ordinal)];
    }

    private async Task RestartAsync(Isolation isolation)
    {
        if (Database is { } database)
        {
            Database = null;
            await database.DisposeAsync().ConfigureAwait(false);
        }

        _isolation = isolation;
        await StartAsync().ConfigureAwait(false);
    }
}
