using Pod.Database.SqlWriting;

namespace Pod.Database.Filters;

internal sealed class NotFilter(Filter inner) : Filter
{
    internal override void Write(SqlWriter writer) => writer.Write("(NOT ").Write(inner).Write(")");
}
