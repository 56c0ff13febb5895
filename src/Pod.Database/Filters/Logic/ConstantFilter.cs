using Pod.Database.SqlWriting;

namespace Pod.Database.Filters;

internal sealed class ConstantFilter(bool value) : Filter
{
    internal override bool IsNullable => false;

    internal override void Write(SqlWriter writer) => writer.Write(value ? "TRUE" : "FALSE");
}
