using System.Collections.Concurrent;
using Pod.Database.Diagnostics;
using Pod.Database.SqlWriting;

namespace Pod.Database.Execution;

/// <summary>The statement texts of a database by shape.</summary>
internal sealed class StatementPlans(int timeoutSeconds, DevelopmentWarnings? warnings)
{
    // Shapes come from code, so there are few; filters put together by a program may make many, and must not fill the memory.
    private const int Limit = 4096;

    private readonly ConcurrentDictionary<string, StatementPlan> _plans = new(StringComparer.Ordinal);

    public int Count => _plans.Count;

    /// <summary>A plan for a text that will hardly come again.</summary>
    public StatementPlan Once(string text, string operation) => new(text, operation, table: "", timeoutSeconds);

    /// <summary>Ends the writing of a statement: finds its plan and moves the values into a command.</summary>
    public StatementCall Finish(SqlWriter writer, string operation, Table? table)
    {
        var text = writer.Statement.Text;
        if (!_plans.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var plan))
        {
            if (_plans.Count >= Limit)
            {
                _plans.Clear();
            }

            if (writer.ConvertedJson is { } column)
            {
                warnings?.JsonWithoutIndex(column);
            }

            if (writer.OrderedDistance is { } distance)
            {
                warnings?.DistanceWithoutIndex(distance);
            }

            var key = text.ToString();
            plan = _plans.GetOrAdd(key, new StatementPlan(key, operation, table?.TableName ?? "", timeoutSeconds));
        }

        var call = new StatementCall(plan, plan.Rent(writer.Parameters));
        SqlWriter.Release(writer);
        return call;
    }
}
