using Pod.Database.Execution;
using Pod.Database.Repositories;
using Pod.Database.Sql;

namespace Pod.Database.Statements.Writing;

/// <summary>Statements that write the same columns of all rows that match.</summary>
internal static class UpdateWhereStatement
{
    public static StatementCall Write(PodDatabase database, Table table, Assignments set, Query rows, bool isReturning)
    {
        ChangedRows.RequireOwnOrder(table, rows.OrderBy);
        var writer = SqlWriter.Begin(table);
        writer.WriteWhere(rows.Where);
        var isSelected = writer.Aliases.HasJoins || rows.Limit is not null || rows.Offset is > 0;
        if (isSelected)
        {
            WriteSelection(writer, table, rows);
        }

        if (isReturning && rows.OrderBy is { IsEmpty: false })
        {
            writer.Statement.Append(isSelected ? ", changed AS (" : "WITH changed AS (");
        }

        // The assignments stand before the condition, and are written behind it only here.
        var conditionLength = writer.Clauses.Length;
        writer.WriteAssignments(table, set, database.TimeProvider);
        var clauses = writer.Clauses.Text;
        writer.Statement.Append("UPDATE ").Append(table.QuotedName).Append(" AS t0 SET ")
            .Append(clauses[conditionLength..]).Append(clauses[..conditionLength]);
        if (isSelected)
        {
            var id = table.IdColumn.QuotedName;
            writer.Statement.Append(" FROM selected AS s WHERE t0.").Append(id).Append(" = s.").Append(id);
        }

        if (isReturning)
        {
            writer.WriteReturning(table, rows.OrderBy);
        }

        return database.Plans.Finish(writer, "UPDATE", table);
    }

    // UPDATE has neither outer joins nor limits. The selection is made once and locks its rows, so that exactly these are changed, and only if they
    // still match after other transactions are through with them.
    private static void WriteSelection(SqlWriter writer, Table table, Query rows)
    {
        writer.WriteOrder(rows.OrderBy);
        writer.WriteRange(rows.Limit, rows.Offset);
        writer.Statement.Append("WITH selected AS MATERIALIZED (SELECT t0.").Append(table.IdColumn.QuotedName);
        writer.FinishWithSource();
        writer.Statement.Append(" FOR NO KEY UPDATE OF t0)");
        writer.Clauses.Clear();
        writer.Aliases.Reset(table);
    }
}
