using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Pod.Cli.Development.Changes;
using Pod.Cli.Development.Events;
using Pod.Cli.Development.Instance;
using Pod.Cli.Development.Processes;

namespace Pod.Cli.Development.Steps;

/// <summary>Runs the commands of <c>--with</c> beside the server, once it is there. They watch their own sources.</summary>
internal sealed class AppsStep(LoopOptions options, InstanceRecord record, EventStream events, TimeProvider time) : IStep, IAsyncDisposable
{
    /// <summary>The variable that tells an app where the server is.</summary>
    public const string ServerVariable = "POD_SERVER_URL";

    private readonly List<ChildProcess> _apps = [];

    public string Name => "apps";

    public Task<StepResult?> RunAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        if (_apps.Count > 0 || options.Apps.Count == 0)
        {
            return Task.FromResult<StepResult?>(null);
        }

        _apps.AddRange(options.Apps.Select((command, index) => Start(command, $"app {index + 1}")));
        return Task.FromResult<StepResult?>(StepResult.Done($"started {string.Join(", ", options.Apps.Select(static command => $"'{command}'"))}"));
    }

    public async ValueTask DisposeAsync()
    {
        // A shell does not hand a request to end on to what it runs.
        await Task.WhenAll(_apps.Select(static app => app.DisposeAsync().AsTask()));
        _apps.Clear();
    }

    private ChildProcess Start(string command, string name)
    {
        var start = OperatingSystem.IsWindows() ? new ProcessStartInfo("cmd", ["/c", command]) : new ProcessStartInfo("/bin/sh", ["-c", command]);
        start.WorkingDirectory = Directory.GetCurrentDirectory();
        if (record.Address is { } address)
        {
            start.Environment[ServerVariable] = address;
        }

        var app = ChildProcess.Start(start, record, time, line => events.Emit(new LogWritten(name, LogLevel.Information, line)));
        _ = ReportEndAsync(app, name, command);
        return app;
    }

    private async Task ReportEndAsync(ChildProcess app, string name, string command)
    {
        var code = await app.Exit;
        events.Emit(new LogWritten(name, code == 0 ? LogLevel.Information : LogLevel.Warning, $"'{command}' ended with code {code}"));
    }
}
