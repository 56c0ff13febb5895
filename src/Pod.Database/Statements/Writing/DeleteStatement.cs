using Pod.Database.Execution;
using Pod.Database.Sql;

namespace Pod.Database.Statements.Writing;

/// <summary>Statements that remove rows.</summary>
internal static class DeleteStatement
{
    public static StatementCall Write(PodDatabase database, Table table, Filter where, OrderBy? orderBy, bool isReturning)
    {
        ChangedRows.RequireOwnOrder(table, orderBy);
        var writer = SqlWriter.Begin(table);
        writer.WriteWhere(where);
        writer.Statement.Append(isReturning && orderBy is { IsEmpty: false } ? "WITH changed AS (" : "");
        WriteDelete(writer, table);
        if (isReturning)
        {
            writer.WriteReturning(table, orderBy);
        }

        return database.Plans.Finish(writer, "DELETE", table);
    }

    private static void WriteDelete(SqlWriter writer, Table table)
    {
        writer.Statement.Append("DELETE FROM ").Append(table.QuotedName).Append(" AS t0");
        if (!writer.Aliases.HasJoins)
        {
            writer.Statement.Append(writer.Clauses.Text);
            return;
        }

        // DELETE has no outer joins; the aliases inside hide the one outside.
        writer.Statement.Append(" WHERE t0.").Append(table.IdColumn.QuotedName).Append(" IN (SELECT t0.").Append(table.IdColumn.QuotedName);
        writer.FinishWithSource();
        writer.Statement.Append(')');
    }
}
