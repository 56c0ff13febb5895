using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pod.Database;
using Pod.Runtime;

namespace Pod.Testing;

/// <summary>How a server under test runs.</summary>
public sealed class PodTestHostOptions
{
    /// <summary>How the changes of tests are undone that do not say it themselves.</summary>
    /// <value><see cref="Isolation.Rollback"/> by default.</value>
    public Isolation Isolation { get; set; } = Isolation.Rollback;

    /// <summary>Whether databases get the project's migrations, or with <see cref="ApplyMigrations.Models"/> the tables of its models.</summary>
    /// <value>True by default. With false they are empty.</value>
    public ApplyMigrations ApplyMigrations { get; set; } = true;

    /// <summary>The environment, which chooses the configuration.</summary>
    /// <value><c>Test</c> by default.</value>
    public string Environment { get; set; } = "Test";

    /// <summary>Adds to the configuration, after all that the application reads itself.</summary>
    /// <value>Null by default.</value>
    public Action<IConfigurationBuilder>? Configure { get; set; }

    /// <summary>Adds and replaces services, after those of the application.</summary>
    /// <value>Null by default.</value>
    public Action<IServiceCollection>? ConfigureServices { get; set; }

    /// <summary>Which log lines reach the output of the tests.</summary>
    /// <value><see cref="TestOutput.Errors"/> by default.</value>
    public TestOutput Output { get; set; } = TestOutput.Errors;

    /// <summary>Where log lines go that no test caused, those of the start for example.</summary>
    /// <value>Null by default: nowhere.</value>
    public Action<string>? WriteLine { get; set; }

    /// <summary>How long the start may take, in real time.</summary>
    /// <value>120 seconds by default.</value>
    public TimeSpan StartTimeout { get; set; } = TimeSpan.FromSeconds(120);

    /// <summary>How long the end of a test waits, in real time, for calls and streams that it started.</summary>
    /// <value>5 seconds by default.</value>
    public TimeSpan LeakTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a statement may wait, in real time, for a lock that another test holds, before both tests fail.</summary>
    /// <value>10 seconds by default.</value>
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Settings of PostgreSQL that the connections of all tests start with, beside those of the application.</summary>
    /// <value>Empty by default.</value>
    public IDictionary<string, string> RuntimeParameters { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What sees every statement of all tests.</summary>
    /// <value>Nothing by default.</value>
    public IList<IDatabaseInterceptor> Interceptors { get; } = [];

    /// <summary>A PostgreSQL server of your own, on which databases can be made; else that of the variable <c>POD_TEST_CONNECTION</c>, else a private one.</summary>
    /// <value>Null by default.</value>
    public string? ConnectionString { get; set; }

    /// <summary>Another clock than one that tests move.</summary>
    /// <value>Null by default: a clock that stands still at the time of each test's beginning. <see cref="TimeProvider.System"/> for the real one.</value>
    public TimeProvider? Time { get; set; }

    /// <summary>Fills the database before the first test; its rows are committed and are not undone.</summary>
    /// <value>Null by default.</value>
    public Func<InternalSession, Task>? Seed { get; set; }

    /// <summary>Whether the server also listens on a free port of the loopback interface, for browsers and other programs.</summary>
    /// <value>False by default. The isolation must be <see cref="Isolation.Database"/> or <see cref="Isolation.None"/> then.</value>
    public bool Http { get; set; }

    /// <summary>The program that makes and runs the server, given the arguments of the process.</summary>
    /// <value>Null by default: the <c>Program</c> of the assembly that has the protocol. A module is a library and has none.</value>
    public Action<string[]>? Program { get; set; }

    /// <summary>The folder of the server's project, which has its configuration and migrations.</summary>
    /// <value>Null by default: the folder of the project's name that lies beside one of those in which the tests run.</value>
    public string? ContentRoot { get; set; }
}
