using System.Collections.Concurrent;
using System.Diagnostics;

namespace Pod.Database.Tests.Support;

/// <summary>Listens to the statements that run while it lives.</summary>
internal sealed class StatementRecorder : IDisposable
{
    private readonly ConcurrentQueue<Activity> _activities = new();
    private readonly ActivityListener _listener;

    public StatementRecorder()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Pod.Database",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = _activities.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public IReadOnlyList<Activity> Activities => [.. _activities];

    public IReadOnlyList<string> Statements => [.. _activities.Select(activity => (string)activity.GetTagItem("db.query.text")!)];

    public void Dispose() => _listener.Dispose();
}
