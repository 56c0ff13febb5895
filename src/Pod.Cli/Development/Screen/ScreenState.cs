using Microsoft.Extensions.Logging;
using Pod.Cli.Development.Events;
using Pod.Cli.Development.Output;
using Pod.Cli.Development.Steps;
using Pod.Generator.Diagnostics;

namespace Pod.Cli.Development.Screen;

/// <summary>What the screen knows: the events so far, sorted into tabs and a status.</summary>
internal sealed class ScreenState
{
    private readonly List<ProblemFound> _problems = [];
    private readonly ScreenTab _log = new("Log");
    private readonly ScreenTab _calls = new("Calls");
    private readonly ScreenTab _errors = new("Errors") { IsUnfolded = true };
    private readonly ScreenTab _migrations = new("Migrations");
    private readonly ScreenTab _apps = new("Apps");

    public ScreenState()
    {
        Tabs = [_log, _calls, _errors, _migrations, _apps];
        Current = _log;
    }

    public IReadOnlyList<ScreenTab> Tabs { get; }

    public ScreenTab Current { get; set; }

    public string Server { get; private set; } = "not started";

    public string? Address { get; private set; }

    public string Database { get; private set; } = "";

    /// <summary>Gets how Redis is; nothing where none is configured.</summary>
    public string Redis { get; private set; } = "";

    public int Streams { get; private set; }

    /// <summary>Gets the step that runs, or null.</summary>
    public string? Step { get; private set; }

    /// <summary>Gets what is to be said at the moment: what waits for somebody, what a key did.</summary>
    public string Message { get; private set; } = "";

    public int Errors => _problems.Count(static problem => problem.Finding.Severity == DiagnosticSeverity.Error);

    /// <summary>Gets whether the keys are explained.</summary>
    public bool ShowsHelp { get; set; }

    /// <summary>Gets whether keys are letters of the search.</summary>
    public bool IsSearching { get; set; }

    public void Apply(LoopEvent happened)
    {
        switch (happened)
        {
            case StepStarted started:
                Step = started.Step;
                _problems.RemoveAll(problem => problem.Step == started.Step);
                _errors.Remove(started.Step);
                break;
            case StepEnded ended:
                Step = null;
                Message = ended.Result.Outcome == StepOutcome.Done ? "" : $"{ended.Step}: {ended.Result.Text}";
                _log.Add(Line(ended, ended.Result.Outcome == StepOutcome.Failed ? LogLevel.Error : LogLevel.Information));
                break;
            case ProblemFound problem:
                _problems.Add(problem);
                _log.Add(Line(problem, LevelOf(problem)));
                if (problem.Finding.Severity >= DiagnosticSeverity.Warning)
                {
                    _errors.Add(Line(problem, LevelOf(problem)));
                }

                break;
            case Noticed noticed:
                Message = TerminalText.Line(noticed.Message);
                _log.Add(Line(noticed, LogLevel.Information));
                break;
            case LogWritten log:
                Apply(log);
                break;
            case CallEnded call:
                _calls.Add(Line(call, call.IsFailure ? LogLevel.Error : LogLevel.Information, call.Details));
                break;
            case ServerChanged server:
                (Server, Address) = (server.State, server.Address);
                Streams = server.State == "running" ? Streams : 0;
                break;
            case StreamsChanged streams:
                Streams = streams.Open;
                break;
            case DatabaseChanged database:
                Database = database.Database;
                break;
            case RedisChanged redis:
                Redis = redis.Redis;
                break;
            case MigrationsRead migrations:
                Apply(migrations);
                break;
        }
    }

    private void Apply(LogWritten log)
    {
        var line = Line(log, log.Level, log.Exception is { } exception ? [.. TerminalText.Lines(exception)] : []);
        (log.Program == "server" ? _log : _apps).Add(line);
        if (log.Level >= LogLevel.Error)
        {
            _errors.Add(line);
        }
    }

    private void Apply(MigrationsRead migrations)
    {
        _migrations.Clear();
        foreach (var (version, state) in migrations.Versions)
        {
            _migrations.Add(new ScreenLine(migrations.Time, "migrate", LogLevel.Information, $"{version}  {state}", []));
        }

        if (migrations.AreModelsAhead)
        {
            _migrations.Add(new ScreenLine(migrations.Time, "migrate", LogLevel.Warning, "models changed: 'm' creates a migration", []));
        }
    }

    private static ScreenLine Line(LoopEvent happened, LogLevel level, IReadOnlyList<string>? details = null)
    {
        var lines = TerminalText.Lines(happened.Text).ToList();
        return new ScreenLine(happened.Time, happened.Source, level, lines[0], [.. lines.Skip(1), .. (details ?? []).Select(TerminalText.Line)]);
    }

    private static LogLevel LevelOf(ProblemFound problem) => problem.Finding.Severity switch
    {
        DiagnosticSeverity.Error => LogLevel.Error,
        DiagnosticSeverity.Warning => LogLevel.Warning,
        _ => LogLevel.Information,
    };
}
