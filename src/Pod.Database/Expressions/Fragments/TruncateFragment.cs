using Pod.Database.Columns.Storage;
using Pod.Database.SqlWriting;

namespace Pod.Database.Expressions.Fragments;

/// <summary>The beginning of a stretch of time: <c>date_trunc('day', t0."at", $1)</c>.</summary>
internal sealed class TruncateFragment(ISqlFragment instant, TimeUnit unit, string timeZone) : ISqlFragment
{
    private readonly string _unit = unit switch
    {
        TimeUnit.Second => "'second'",
        TimeUnit.Minute => "'minute'",
        TimeUnit.Hour => "'hour'",
        TimeUnit.Day => "'day'",
        TimeUnit.Week => "'week'",
        TimeUnit.Month => "'month'",
        TimeUnit.Quarter => "'quarter'",
        TimeUnit.Year => "'year'",
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "This is no unit of time."),
    };

    private readonly ParameterSource<string?> _timeZone
        = (ParameterSource<string?>)TextStorage.Instance.Parameter(timeZone ?? throw new ArgumentNullException(nameof(timeZone)));

    public bool IsNullable => instant.IsNullable;

    // PostgreSQL takes an expression of ORDER BY for the key of GROUP BY only if it holds the same placeholder.
    public void Write(SqlWriter writer)
        => writer.Write("date_trunc(").Write(_unit).Write(", ").Write(instant).Write(", ").WriteSharedParameter(_timeZone).Write(")");
}
