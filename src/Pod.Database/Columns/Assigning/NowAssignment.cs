using Pod.Database.Columns.Storage;
using Pod.Database.Sql;

namespace Pod.Database.Columns.Assigning;

/// <summary>A column gets the time of the write.</summary>
internal sealed class NowAssignment(Column column, Func<DateTimeOffset, ParameterSource> value) : Assignment(column)
{
    internal override void WriteValue(SqlWriter writer, TimeProvider clock) => writer.WriteParameter(value(clock.GetUtcNow()));
}
