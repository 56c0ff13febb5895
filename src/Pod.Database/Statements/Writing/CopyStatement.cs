using System.Text;
using Pod.Database.Columns.Storage;
using Pod.Database.Execution;
using Pod.Database.Sql;
using Pod.Database.Tables;

namespace Pod.Database.Statements.Writing;

/// <summary>Statements of a bulk insert.</summary>
internal static class CopyStatement
{
    /// <summary>Stores rows that travel in PostgreSQL's binary format.</summary>
    public static StatementPlan Write<TRow>(RowTable<TRow> table, ColumnBinding<TRow>[] columns)
        where TRow : class
    {
        var text = new StringBuilder("COPY ").Append(table.QuotedName);
        var separator = " (";
        foreach (var binding in columns)
        {
            text.Append(separator).Append(binding.Column.QuotedName);
            separator = ", ";
        }

        return new StatementPlan(text.Append(") FROM STDIN (FORMAT BINARY)").ToString(), "COPY", table.TableName, timeoutSeconds: 0);
    }

    /// <summary>Asks which columns are <c>json</c>, whose binary form differs from that of <c>jsonb</c>.</summary>
    public static StatementCall PlainJsonColumns(PodDatabase database, Table table)
    {
        var writer = SqlWriter.Begin(table);
        writer.Statement.Append("SELECT attname::text FROM pg_attribute WHERE atttypid = 'json'::regtype AND attrelid = ");
        writer.WriteParameter(writer.Statement, TextStorage.Instance.Parameter(table.QuotedName));
        writer.Statement.Append("::regclass");
        return database.Plans.Finish(writer, "SELECT", table);
    }
}
