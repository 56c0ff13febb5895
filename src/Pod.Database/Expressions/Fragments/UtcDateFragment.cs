using Pod.Database.SqlWriting;

namespace Pod.Database.Expressions.Fragments;

/// <summary>The date of an instant: <c>(t0."at" AT TIME ZONE 'UTC')::date</c>.</summary>
internal sealed class UtcDateFragment(ISqlFragment instant) : ISqlFragment
{
    public bool IsNullable => instant.IsNullable;

    public void Write(SqlWriter writer) => writer.Write("(").Write(instant).Write(" AT TIME ZONE 'UTC')::date");
}
