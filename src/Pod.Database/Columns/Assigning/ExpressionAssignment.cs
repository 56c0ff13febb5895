using Pod.Database.Sql;

namespace Pod.Database.Columns.Assigning;

/// <summary>A column gets what the database computes from the row as it was.</summary>
internal sealed class ExpressionAssignment(Column column, ISqlFragment value) : Assignment(column)
{
    internal override void WriteValue(SqlWriter writer, TimeProvider clock) => writer.Write(value);
}
