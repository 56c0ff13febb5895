using Pod.Database.Columns.Storage;
using Pod.Database.Expressions.Fragments;

namespace Pod.Database;

/// <summary>
/// The distance of a column's vectors to a given one: an order, or a condition such as <c>t.Embedding.DistanceCosine(v) &lt; 0.5</c>.
/// </summary>
public sealed class DistanceExpression : OrderedExpression<double, double?>
{
    internal DistanceExpression(SqlExpression left, string operation, ParameterSource right)
        : base(new InfixFragment(left, operation, new ParameterFragment(right)), ScalarStorage<double>.Instance)
    {
        Vectors = left.Column;
        Operation = operation;
    }

    /// <summary>The column of the vectors; null when they are computed.</summary>
    internal Column? Vectors { get; }

    internal string Operation { get; }
}
