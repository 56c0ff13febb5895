using Pod.Database.SqlWriting;

namespace Pod.Database.Filters;

/// <summary>Two expressions beside each other. Only two nullable sides need the null-aware operator, which no index serves.</summary>
internal sealed class FragmentComparisonFilter(ISqlFragment left, Comparison comparison, ISqlFragment right) : Filter
{
    internal override void Write(SqlWriter writer)
        => writer.Write(left)
            .Write(comparison switch
            {
                Comparison.Equal => left.IsNullable && right.IsNullable ? " IS NOT DISTINCT FROM " : " = ",
                Comparison.NotEqual => left.IsNullable || right.IsNullable ? " IS DISTINCT FROM " : " <> ",
                Comparison.Less => " < ",
                Comparison.LessOrEqual => " <= ",
                Comparison.Greater => " > ",
                _ => " >= ",
            })
            .Write(right);
}
