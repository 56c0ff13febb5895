using Pod.Database.Columns.Storage;
using Pod.Database.Sql;

namespace Pod.Database.Columns.Assigning;

/// <summary>A column gets a value or null.</summary>
internal sealed class ValueAssignment(Column column, ParameterSource value) : Assignment(column)
{
    public static ValueAssignment Of<T>(Column column, ColumnStorage<T> storage, ParameterSource? value)
        where T : notnull
        => new(column, value ?? (column.IsNullable ? storage.Null : throw new ArgumentException($"Column '{column}' takes no null.", nameof(value))));

    internal override void WriteValue(SqlWriter writer, TimeProvider clock) => writer.WriteParameter(value);
}
