using Pod.Database.SqlWriting;

namespace Pod.Database.Filters;

internal sealed class SqlTextFilter(SqlText condition) : Filter
{
    internal override void Write(SqlWriter writer)
    {
        writer.Write("(");
        condition.Write(writer);
        writer.Write(")");
    }
}
