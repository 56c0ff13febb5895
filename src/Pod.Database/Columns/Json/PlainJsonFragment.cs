using Pod.Database.SqlWriting;

namespace Pod.Database.Columns.Json;

/// <summary>A <c>json</c> column where only <c>jsonb</c> has operators: <c>t0."data"::jsonb</c>.</summary>
internal sealed class PlainJsonFragment(Column column) : ISqlFragment
{
    public bool IsNullable => ((ISqlFragment)column).IsNullable;

    public void Write(SqlWriter writer)
    {
        writer.ConvertedJson = column;
        writer.Write(column).Write("::jsonb");
    }
}
