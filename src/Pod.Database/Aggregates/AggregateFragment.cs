using Pod.Database.SqlWriting;

namespace Pod.Database.Aggregates;

/// <summary>One value of many rows: <c>sum(t0."amount") FILTER (WHERE t0."refunded")</c>.</summary>
internal sealed class AggregateFragment(string function, ISqlFragment argument, Filter? where, string cast = "") : ISqlFragment
{
    public bool IsNullable => !function.StartsWith("count", StringComparison.Ordinal);

    public void Write(SqlWriter writer)
    {
        if (!writer.TakesAggregates)
        {
            throw new ArgumentException(
                "An aggregate such as Count() or Sum() stands for many rows, so it has no place in a condition on rows, in a key or in another aggregate. "
                + "Put it into the select, having or orderBy of GroupByAsync, or into AggregateAsync.");
        }

        writer.TakesAggregates = false;
        writer.Write(function).Write(argument).Write(")");
        if (where is not null)
        {
            writer.Write(" FILTER (WHERE ").Write((ISqlFragment)where).Write(")");
        }

        writer.Write(cast);
        writer.TakesAggregates = true;
    }
}
