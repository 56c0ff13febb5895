using Pod.Database.Columns.Storage;
using Pod.Database.SqlWriting;

namespace Pod.Database.Filters;

internal sealed class PatternFilter(ISqlFragment operand, ParameterSource pattern, bool ignoreCase, bool isNegated) : Filter
{
    internal override void Write(SqlWriter writer)
    {
        var admitsNull = isNegated && operand.IsNullable;
        writer.Write(admitsNull ? "(" : "").Write(operand).Write(isNegated ? " NOT" : "").Write(ignoreCase ? " ILIKE " : " LIKE ").WriteParameter(pattern);
        if (admitsNull)
        {
            writer.Write(" OR ").Write(operand).Write(" IS NULL)");
        }
    }
}
