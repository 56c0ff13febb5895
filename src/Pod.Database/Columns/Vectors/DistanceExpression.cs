using Pod.Database.Columns.Storage;
using Pod.Database.Expressions.Fragments;
using Pod.Database.SqlWriting;

namespace Pod.Database;

/// <summary>
/// The distance of a column's vectors to a given one: an order, or a condition such as <c>t.Embedding.DistanceCosine(v) &lt; 0.5</c>.
/// </summary>
public sealed class DistanceExpression : OrderedExpression<double, double?>
{
    internal DistanceExpression(ISqlFragment left, string operation, ParameterSource right)
        : base(new InfixFragment(left, operation, new ParameterFragment(right)), ScalarStorage<double>.Instance)
    {
    }
}
