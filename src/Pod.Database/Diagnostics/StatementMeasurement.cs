using System.Diagnostics;
using Npgsql;
using Pod.Database.Execution;

namespace Pod.Database.Diagnostics;

/// <summary>What one statement tells telemetry, log and interceptors; it costs nothing when there are none. Values of parameters are never among it.</summary>
internal struct StatementMeasurement
{
    private readonly StatementPlan _plan;
    private readonly PodDatabase _database;
    private readonly long _start;
    private Listeners? _listeners;

    private StatementMeasurement(PodDatabase database, StatementPlan plan)
    {
        _database = database;
        _plan = plan;
        _start = DatabaseInstruments.Duration.Enabled || database.QueryLog is not null || database.Interceptors is not null
            ? Stopwatch.GetTimestamp()
            : 0;
        if (DatabaseInstruments.Source.HasListeners()
            && DatabaseInstruments.Source.StartActivity(plan.Name, ActivityKind.Client) is { } activity)
        {
            _listeners = new Listeners { Activity = activity };
        }
    }

    /// <summary>Whether the number of rows will be told to anybody.</summary>
    public readonly bool WantsRows => _start != 0;

    /// <summary>How many rows were read or changed.</summary>
    public long Rows { get; set; }

    /// <summary>Whether interceptors have been told of the statement, and so have to be told how it ended.</summary>
    public readonly bool IsIntercepted => _listeners?.Command is not null;

    public static StatementMeasurement Begin(PodDatabase database, StatementPlan plan)
    {
        var measurement = new StatementMeasurement(database, plan);
        if (measurement._listeners?.Activity is { IsAllDataRequested: true } activity)
        {
            activity.SetTag("db.system.name", "postgresql");
            activity.SetTag("db.namespace", database.Name);
            activity.SetTag("db.operation.name", plan.Operation);
            if (plan.Table.Length > 0)
            {
                activity.SetTag("db.collection.name", plan.Table);
            }

            activity.SetTag("db.query.text", plan.Text);
            activity.SetTag("server.address", database.Host);
            activity.SetTag("server.port", database.Port);
        }

        return measurement;
    }

    /// <summary>Lets interceptors see the statement, and the connection if it was opened for it.</summary>
    public ValueTask InterceptAsync(IDatabaseSession session, StatementCall call, CancellationToken cancellationToken)
    {
        _listeners ??= new Listeners();
        var isRepeated = _listeners.Command is not null;
        _listeners.Command ??= new DatabaseCommand(session, call);
        return TellAsync(session, _listeners.Command, isRepeated, call.Command.Connection!, cancellationToken);
    }

    public void Fail(Exception exception)
    {
        if (_start == 0 && _listeners is null)
        {
            return;
        }

        _listeners ??= new Listeners();
        _listeners.Failure = exception;
        if (_listeners.Activity is { } activity)
        {
            activity.SetTag("error.type", ErrorType(exception));
            if (exception is PodDatabaseException { SqlState: { } state })
            {
                activity.SetTag("db.response.status_code", state);
            }

            activity.SetStatus(ActivityStatusCode.Error, exception is PodDatabaseException ? exception.Message : null);
        }
    }

    public readonly void End()
    {
        _listeners?.Activity?.Dispose();
        if (_start == 0)
        {
            return;
        }

        var elapsed = Stopwatch.GetElapsedTime(_start);
        _database.QueryLog?.Write(_plan, elapsed, Rows, _listeners?.Failure is not null);
        if (!DatabaseInstruments.Duration.Enabled)
        {
            return;
        }

        var tags = new TagList
        {
            { "db.system.name", "postgresql" },
            { "db.namespace", _database.Name },
            { "db.operation.name", _plan.Operation },
            { "server.address", _database.Host },
            { "server.port", _database.Port },
        };
        if (_plan.Table.Length > 0)
        {
            tags.Add("db.collection.name", _plan.Table);
        }

        if (_listeners?.Failure is { } failure)
        {
            tags.Add("error.type", ErrorType(failure));
        }

        DatabaseInstruments.Duration.Record(elapsed.TotalSeconds, tags);
    }

    /// <summary>Tells interceptors how the statement ended.</summary>
    public readonly ValueTask TellEndAsync()
    {
        var (interceptors, command) = (_database.Interceptors!, _listeners!.Command!);
        return _listeners.Failure is { } failure
            ? interceptors.FailedAsync(command, failure)
            : interceptors.ExecutedAsync(command, Stopwatch.GetElapsedTime(_start), Rows);
    }

    private static async ValueTask TellAsync(
        IDatabaseSession session, DatabaseCommand command, bool isRepeated, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var interceptors = session.Database.Interceptors!;
        if (session is not Transaction)
        {
            await interceptors.OpeningAsync(session, connection, cancellationToken).ConfigureAwait(false);
        }

        if (!isRepeated)
        {
            await interceptors.ExecutingAsync(command, cancellationToken).ConfigureAwait(false);
        }
    }

    private static string? ErrorType(Exception exception)
        => exception is PodDatabaseException { SqlState: { } state } ? state : exception.GetType().FullName;

    /// <summary>Made only for those that are there, because a statement without them must not allocate.</summary>
    private sealed class Listeners
    {
        public Activity? Activity { get; init; }

        public DatabaseCommand? Command { get; set; }

        public Exception? Failure { get; set; }
    }
}
