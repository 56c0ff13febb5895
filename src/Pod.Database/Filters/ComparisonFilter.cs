using Pod.Database.Columns.Storage;
using Pod.Database.SqlWriting;

namespace Pod.Database.Filters;

/// <summary>An expression beside a value that is not null.</summary>
internal sealed class ComparisonFilter(ISqlFragment left, Comparison comparison, ParameterSource right) : Filter
{
    internal override void Write(SqlWriter writer)
        => writer.Write(left)
            .Write(comparison switch
            {
                Comparison.Equal => " = ",
                Comparison.NotEqual => left.IsNullable ? " IS DISTINCT FROM " : " <> ",
                Comparison.Less => " < ",
                Comparison.LessOrEqual => " <= ",
                Comparison.Greater => " > ",
                _ => " >= ",
            })
            .WriteParameter(right);
}
