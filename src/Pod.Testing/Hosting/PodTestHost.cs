using System.Reflection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pod.Runtime;
using Pod.Testing.Clock;
using Pod.Testing.Hosting;
using Pod.Testing.Isolating;
using Pod.Testing.Wire;

namespace Pod.Testing;

/// <summary>A server under test; <see cref="PodTestHost{TProtocol}"/> says whose.</summary>
public abstract class PodTestHost : IAsyncDisposable
{
    private readonly PodServerProtocol _protocol;
    private readonly Assembly _application;
    private readonly Lock _gate = new();
    private ApplicationRun? _run;
    private HostDatabase? _database;
    private IHost? _host;
    private Task? _start;

    private protected PodTestHost(PodServerProtocol protocol, Assembly application, Action<PodTestHostOptions>? configure)
    {
        _protocol = protocol;
        _application = application;
        configure?.Invoke(Options);
        Time = NewTime(static () => Task.CompletedTask);
        Clock = Options.Time ?? new AmbientTime(Time);
    }

    /// <summary>The services of the server.</summary>
    /// <exception cref="InvalidOperationException">It has not started.</exception>
    public IServiceProvider Services => Running.Services;

    /// <summary>The clock of what no test caused, such as work of the server's start.</summary>
    public TestTime Time { get; }

    /// <summary>Where the server listens when <see cref="PodTestHostOptions.Http"/> is set.</summary>
    /// <exception cref="InvalidOperationException">It is not set, or the server has not started.</exception>
    public Uri BaseAddress => new((Options.Http ? Running.Services : throw new InvalidOperationException(
            "This host does not listen. Set PodTestHostOptions.Http, or connect in memory with test.CreateHandler()."))
        .GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First(static address => address.Contains("127.0.0.1", StringComparison.Ordinal)));

    /// <summary>The clock among the services: that of whichever test something is done for.</summary>
    internal TimeProvider Clock { get; }

    internal PodTestHostOptions Options { get; } = new();

    internal PodServerProtocol Protocol => _protocol;

    internal HostDatabase? Database => _database;

    internal InMemoryTransport Transport { get; } = new();

    private IHost Running => _host ?? throw new InvalidOperationException("The server under test has not started. Await StartAsync, or BeginAsync, first.");

    /// <summary>Starts the server. Doing so twice is harmless.</summary>
    /// <exception cref="PodTestStartException">It does not start; the message names the cause.</exception>
    public Task StartAsync()
    {
        lock (_gate)
        {
            return _start ??= StartOnceAsync();
        }
    }

    /// <summary>Begins a test. Dispose the result at its end, and everything that the test did is undone.</summary>
    /// <param name="isolation">How it is undone; null for the option of the host.</param>
    /// <param name="name">What messages call the test.</param>
    /// <exception cref="PodTestStartException">The server does not start; the message names the cause.</exception>
    public Task<PodTestScope> BeginAsync(Isolation? isolation = null, string? name = null)
    {
        // Not an async method: what the scope sets for the flow of execution has to reach the caller.
        if (_host is not null)
        {
            return StartedAsync(Begin(isolation, name));
        }

        var start = StartAsync();
        if (!start.IsCompleted)
        {
            // The first test of a host without fixture waits for the server; there is nothing else that its thread could do.
            Task.Run(() => start).GetAwaiter().GetResult();
        }

        start.GetAwaiter().GetResult();
        return StartedAsync(Begin(isolation, name));
    }

    /// <summary>Makes the scope of a test, whose <see cref="PodTestScope.StartAsync"/> has to be awaited before it is used; for constructors.</summary>
    /// <param name="isolation">How it is undone; null for the option of the host.</param>
    /// <param name="name">What messages call the test.</param>
    /// <param name="writeLine">The output of the test.</param>
    /// <exception cref="InvalidOperationException">The server has not started.</exception>
    public PodTestScope Begin(Isolation? isolation = null, string? name = null, Action<string>? writeLine = null)
    {
        _ = Running;
        return new PodTestScope(this, isolation ?? Options.Isolation, name ?? "test", writeLine);
    }

    /// <summary>Stops the server and drops its database.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_database is not null)
        {
            await _database.EndTransactionAsync().ConfigureAwait(false);
        }

        if (_run is not null)
        {
            await _run.StopAsync().ConfigureAwait(false);
        }

        if (_database is not null)
        {
            await _database.DisposeAsync().ConfigureAwait(false);
        }
    }

    internal TestTime NewTime(Func<Task> settle) => new((Options.Time ?? TimeProvider.System).GetUtcNow(), Options.Time, settle);

    private static async Task<PodTestScope> StartedAsync(PodTestScope scope)
    {
        await scope.StartAsync().ConfigureAwait(false);
        return scope;
    }

    private async Task StartOnceAsync()
    {
        if (Options is { Http: true, Isolation: Isolation.Rollback or Isolation.RollbackAtEnd })
        {
            throw new PodTestStartException(
                $"Calls that come through a port belong to no test, so Isolation.{Options.Isolation} cannot undo them. With Http, set Isolation to Database or None.");
        }

        // A server may be started by a test of another one.
        PodTestScope.Leave(Time);
        var contentRoot = Options.ContentRoot ?? ProjectFolder.Find(_application.GetName().Name!);
        _database = new HostDatabase(this);
        string[] arguments = [$"--environment={Options.Environment}", $"--contentRoot={contentRoot}", $"--applicationName={_application.GetName().Name}"];
        _run = new ApplicationRun(Options.Program ?? ApplicationRun.ProgramOf(_application), arguments, new TestServices(this, _database).Configure);
        try
        {
            _host = await _run.StartAsync(Options.StartTimeout).ConfigureAwait(false);
            await _database.SeedAsync(_host.Services).ConfigureAwait(false);
        }
        catch
        {
            await _run.StopAsync().ConfigureAwait(false);
            await _database.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
