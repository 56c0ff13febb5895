using Pod.Database.Includes;
using Pod.Database.Repositories;
using Pod.Database.SqlWriting;

namespace Pod.Database.Statements;

/// <summary>
/// Reads a page whose rows lie in several ranges. One condition for all of them would keep an index from starting at the right place, so each range is
/// a query of its own, which reads no more rows than the page has.
/// </summary>
internal static class RangesStatement
{
    public static void Write(SqlWriter writer, Table table, SelectPlan? plan, in Query query)
    {
        if (plan is null)
        {
            plan = new SelectPlan();
            plan.Add(table);
        }

        for (var i = 0; i < query.Ranges!.Count; i++)
        {
            writer.Write(i == 0 ? "(" : " UNION ALL (");
            WriteRange(writer, table, plan, query, i);
            writer.Write(")");
        }

        writer.Write(") AS s ORDER BY s.range, s.position");
        writer.WriteRange(query.Limit, offset: null, lookAhead: 1);
        writer.Statement.Clear();
        writer.Statement.Append("SELECT s.c0");
        for (var i = 1; i < plan.Width; i++)
        {
            writer.Statement.Append(", s.c").Append(i);
        }

        for (var i = 0; i < query.Page!.Count; i++)
        {
            writer.Statement.Append(", s.k").Append(i);
        }

        writer.Statement.Append(" FROM (").Append(writer.Clauses.Text);
    }

    private static void WriteRange(SqlWriter writer, Table table, SelectPlan plan, in Query query, int number)
    {
        var start = writer.BeginSubquery(table);
        plan.Reach(writer);
        writer.WriteWhere(query.Where is null ? query.Ranges![number] : query.Ranges![number] & query.Where);
        var order = writer.Clauses.Length;
        writer.WriteOrder(query.OrderBy);
        var orderEnd = writer.Clauses.Length;
        writer.WriteRange(query.Limit, offset: null, lookAhead: 1);
        writer.Statement.Clear();
        plan.Write(writer, isNamed: true);
        query.Page!.WriteColumns(writer);
        writer.Statement.Append(", ").Append(number).Append(" AS range, row_number() OVER (").Append(writer.Clauses.Text[order..orderEnd])
            .Append(") AS position");
        writer.EndSubquery(start, writer.Statement.Text);
    }
}
