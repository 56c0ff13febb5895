using Pod.Database.Aggregates;
using Pod.Database.Execution;
using Pod.Database.Repositories;
using Pod.Database.Selecting.Elements;
using Pod.Database.SqlWriting;

namespace Pod.Database.Statements;

/// <summary>Statements that read chosen expressions of rows, of all rows together or of groups.</summary>
internal static class SelectionStatement
{
    public static StatementCall Rows(PodDatabase database, Table table, ReadOnlySpan<Selected> elements, in Query query, bool distinct)
    {
        var writer = SqlWriter.Begin(table);
        WriteElements(writer, elements);
        MoveIntoHead(writer, distinct ? "SELECT DISTINCT " : "SELECT ");
        writer.WriteWhere(query.Where);
        writer.WriteOrder(query.OrderBy);
        return Finish(database, table, writer, query);
    }

    public static StatementCall Groups(
        PodDatabase database, Table table, ReadOnlySpan<Selected> keys, ReadOnlySpan<Selected> aggregates, Filter? having, in Query query)
    {
        var writer = SqlWriter.Begin(table);
        WriteElements(writer, keys);
        writer.Write(keys.IsEmpty ? "" : ", ");
        writer.TakesAggregates = true;
        Require(aggregates);
        WriteElements(writer, aggregates);
        MoveIntoHead(writer, "SELECT ");
        writer.TakesAggregates = false;
        writer.WriteWhere(query.Where);
        WriteGroups(writer, keys.Length);
        writer.TakesAggregates = true;
        if (having is not null)
        {
            writer.Write(" HAVING ").Write((ISqlFragment)having);
        }

        writer.WriteOrder(query.OrderBy);
        return Finish(database, table, writer, query);
    }

    private static void WriteElements(SqlWriter writer, ReadOnlySpan<Selected> elements)
    {
        for (var i = 0; i < elements.Length; i++)
        {
            writer.Write(i == 0 ? "" : ", ");
            elements[i].Write(writer);
        }
    }

    // What fragments write goes to the clauses; here it is the head, and known before them.
    private static void MoveIntoHead(SqlWriter writer, string select)
    {
        writer.Statement.Append(select).Append(writer.Clauses.Text);
        writer.Clauses.Clear();
    }

    // By position, so that a key with values in it stands in the statement once.
    private static void WriteGroups(SqlWriter writer, int count)
    {
        for (var i = 1; i <= count; i++)
        {
            writer.Write(i == 1 ? " GROUP BY " : ", ").Clauses.Append(i);
        }
    }

    private static void Require(ReadOnlySpan<Selected> aggregates)
    {
        for (var i = 0; i < aggregates.Length; i++)
        {
            if (aggregates[i].Body is not SqlExpression { Body: AggregateFragment })
            {
                throw new ArgumentException(
                    $"Element {i + 1} of Aggregate.Of is no aggregate, so a group of rows has no one value of it. Put Count(), Sum(), Min() or the like "
                    + "behind it, or make it a key.");
            }
        }
    }

    private static StatementCall Finish(PodDatabase database, Table table, SqlWriter writer, in Query query)
    {
        writer.WriteRange(query.Limit, query.Offset);
        writer.FinishWithSource();
        return database.Plans.Finish(writer, "SELECT", table);
    }
}
