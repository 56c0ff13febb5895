using Pod.Database.SqlWriting;

namespace Pod.Database.Expressions.Fragments;

/// <summary>
/// An instant moved by a duration: <c>((t0."at" AT TIME ZONE 'UTC' + $1) AT TIME ZONE 'UTC')</c>. A day of a duration has 24 hours, but PostgreSQL adds
/// days in the time zone of the connection, in which they may have 23 or 25; only in UTC they always have 24.
/// </summary>
internal sealed class InstantShiftFragment(ISqlFragment instant, string operation, ISqlFragment span) : ISqlFragment
{
    public bool IsNullable => instant.IsNullable || span.IsNullable;

    public void Write(SqlWriter writer)
        => writer.Write("((").Write(instant).Write(" AT TIME ZONE 'UTC' ").Write(operation).Write(" ").Write(span).Write(") AT TIME ZONE 'UTC')");
}
