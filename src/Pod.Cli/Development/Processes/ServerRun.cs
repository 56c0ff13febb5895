using System.Diagnostics;
using Pod.Cli.Development.Events;
using Pod.Cli.Development.Instance;

namespace Pod.Cli.Development.Processes;

/// <summary>One run of the server's program.</summary>
internal sealed class ServerRun : IAsyncDisposable
{
    private const string Urls = "ASPNETCORE_URLS";

    // Calls that run may end, and streams are told to go.
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(10);

    private readonly ChildProcess _process;
    private readonly TaskCompletionSource<string> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string _lastLine = "";

    private ServerRun(string program, LoopOptions options, string? connectionString, InstanceRecord record, EventStream events, TimeProvider time)
    {
        Program = program;
        ConnectionString = connectionString;
        var log = new ServerLog(events, address => _listening.TrySetResult(address));
        _process = ChildProcess.Start(StartInfo(program, options, connectionString), record, time, line =>
        {
            _lastLine = line.Trim() is { Length: > 0 } text ? text : _lastLine;
            log.Read(line);
        });
    }

    public string Program { get; }

    public string? ConnectionString { get; }

    public int ProcessId => _process.ProcessId;

    /// <summary>Gets the address, once the server says that it is ready.</summary>
    public Task<string> Listening => _listening.Task;

    public Task<int> Exit => _process.Exit;

    /// <summary>Gets whether its end was asked for.</summary>
    public bool IsStopping { get; private set; }

    /// <summary>Gets the last line that it wrote, which in a failed start says why.</summary>
    public string LastLine => _lastLine;

    public static ServerRun Start(string program, LoopOptions options, string? connectionString, InstanceRecord record, EventStream events, TimeProvider time) =>
        new(program, options, connectionString, record, events, time);

    public async ValueTask DisposeAsync()
    {
        IsStopping = true;
        await _process.StopAsync(StopPatience);
        await _process.DisposeAsync();
    }

    private static ProcessStartInfo StartInfo(string program, LoopOptions options, string? connectionString)
    {
        // The working directory is the content root, as under 'dotnet run'.
        var start = new ProcessStartInfo("dotnet", [program, .. options.ServerArguments]) { WorkingDirectory = options.Project.Folder };
        var profile = LaunchProfile.Read(options.Project.Folder);
        foreach (var (name, value) in profile.Environment.Where(variable => !start.Environment.ContainsKey(variable.Key)))
        {
            start.Environment[name] = value;
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = options.Mode;
        start.Environment["DOTNET_ENVIRONMENT"] = options.Mode;
        var usual = start.Environment.TryGetValue(Urls, out var said) ? said : profile.Urls;
        if ((options.Urls ?? usual) is { } urls)
        {
            start.Environment[Urls] = urls;
        }

        if (connectionString is not null)
        {
            start.Environment["ConnectionStrings__poddb"] = connectionString;
        }

        // What ServerLog reads: calls with their statements, as JSON.
        start.Environment["Logging__Console__FormatterName"] = "json";
        start.Environment["Logging__Console__FormatterOptions__IncludeScopes"] = "true";
        start.Environment["Logging__Console__LogLevel__Pod.Runtime"] = "Debug";
        start.Environment["Pod__Database__LogQueries"] = "true";
        return start;
    }
}
