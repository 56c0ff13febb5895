using System.Diagnostics;
using Pod.Database.Execution;

namespace Pod.Database.Diagnostics;

/// <summary>What one statement tells telemetry; nothing at all when nobody listens. Values of parameters are never among it.</summary>
internal struct StatementMeasurement
{
    private readonly Activity? _activity;
    private readonly StatementPlan _plan;
    private readonly PodDatabase _database;
    private readonly long _start;
    private string? _error;

    private StatementMeasurement(PodDatabase database, StatementPlan plan)
    {
        _database = database;
        _plan = plan;
        _start = DatabaseInstruments.Duration.Enabled ? Stopwatch.GetTimestamp() : 0;
        _activity = DatabaseInstruments.Source.HasListeners()
            ? DatabaseInstruments.Source.StartActivity(plan.Name, ActivityKind.Client)
            : null;
    }

    public static StatementMeasurement Begin(PodDatabase database, StatementPlan plan)
    {
        var measurement = new StatementMeasurement(database, plan);
        if (measurement._activity is { IsAllDataRequested: true } activity)
        {
            activity.SetTag("db.system.name", "postgresql");
            activity.SetTag("db.namespace", database.Name);
            activity.SetTag("db.operation.name", plan.Operation);
            activity.SetTag("db.collection.name", plan.Table);
            activity.SetTag("db.query.text", plan.Text);
            activity.SetTag("server.address", database.Host);
            activity.SetTag("server.port", database.Port);
        }

        return measurement;
    }

    public void Fail(Exception exception)
    {
        _error = exception is PodDatabaseException { SqlState: { } state } ? state : exception.GetType().FullName;
        if (_activity is not null)
        {
            _activity.SetTag("error.type", _error);
            _activity.SetStatus(ActivityStatusCode.Error, exception is PodDatabaseException ? exception.Message : null);
        }
    }

    public readonly void End()
    {
        _activity?.Dispose();
        if (_start == 0)
        {
            return;
        }

        var tags = new TagList
        {
            { "db.system.name", "postgresql" },
            { "db.namespace", _database.Name },
            { "db.operation.name", _plan.Operation },
            { "db.collection.name", _plan.Table },
        };
        if (_error is not null)
        {
            tags.Add("error.type", _error);
        }

        DatabaseInstruments.Duration.Record(Stopwatch.GetElapsedTime(_start).TotalSeconds, tags);
    }
}
