using Pod.Database.Execution;
using Pod.Database.Sql;

namespace Pod.Database.Statements;

/// <summary>Statements that remove rows.</summary>
internal static class DeleteStatement
{
    public static StatementCall Write(PodDatabase database, Table table, Filter where, OrderBy? orderBy, bool isReturning)
    {
        var writer = SqlWriter.Begin(table);
        writer.WriteWhere(where);
        var isOrdered = isReturning && orderBy is { IsEmpty: false };
        writer.Statement.Append(isOrdered ? "WITH deleted AS (" : "");
        WriteDelete(writer, table);
        if (isReturning)
        {
            writer.Statement.WriteReturning(table);
        }

        if (isOrdered)
        {
            writer.Statement.Append(") SELECT ");
            writer.Statement.WriteColumns(table);
            writer.Statement.Append(" FROM deleted AS t0");
            WriteOrder(writer, table, orderBy!);
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

    private static void WriteOrder(SqlWriter writer, Table table, OrderBy orderBy)
    {
        writer.Clauses.Clear();
        writer.Aliases.Reset(table);
        writer.WriteOrder(orderBy);
        if (!writer.Aliases.IsAlone)
        {
            throw new ArgumentException($"Deleted rows can be ordered by columns of table '{table.TableName}' only.", nameof(orderBy));
        }

        writer.Statement.Append(writer.Clauses.Text);
    }
}
