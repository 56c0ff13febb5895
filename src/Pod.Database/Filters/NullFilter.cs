using Pod.Database.SqlWriting;

namespace Pod.Database.Filters;

internal sealed class NullFilter(ISqlFragment operand, bool isNull) : Filter
{
    internal override void Write(SqlWriter writer) => writer.Write(operand).Write(isNull ? " IS NULL" : " IS NOT NULL");
}
