using Pod.Database.Columns.Storage;
using Pod.Database.SqlWriting;

namespace Pod.Database.Filters;

internal sealed class RangeFilter(ISqlFragment operand, ParameterSource low, ParameterSource high, bool isNegated) : Filter
{
    internal override void Write(SqlWriter writer)
    {
        var admitsNull = isNegated && operand.IsNullable;
        writer.Write("(").Write(operand).Write(isNegated ? " NOT BETWEEN " : " BETWEEN ").WriteParameter(low).Write(" AND ").WriteParameter(high);
        if (admitsNull)
        {
            writer.Write(" OR ").Write(operand).Write(" IS NULL");
        }

        writer.Write(")");
    }
}
