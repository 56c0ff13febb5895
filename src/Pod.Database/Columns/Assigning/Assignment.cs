using Pod.Database.Sql;

namespace Pod.Database;

/// <summary>A column and the value that it gets: <c>t.Status.Set(Status.Done)</c>, <c>t.Visits.Set(t.Visits + 1)</c>.</summary>
public abstract class Assignment
{
    private protected Assignment(Column column) => Column = column;

    internal Column Column { get; }

    internal abstract void WriteValue(SqlWriter writer, TimeProvider clock);
}
