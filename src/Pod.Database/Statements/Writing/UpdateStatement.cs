using Pod.Database.Execution;
using Pod.Database.Sql;
using Pod.Database.Tables;

namespace Pod.Database.Statements.Writing;

/// <summary>Statements that write rows that exist.</summary>
internal static class UpdateStatement
{
    public static StatementCall One<TRow>(PodDatabase database, RowTable<TRow> table, ColumnBinding<TRow>[] columns, TRow row, bool force)
        where TRow : class
    {
        var writer = Begin(table);
        var separator = " ";
        foreach (var binding in columns)
        {
            writer.Statement.Append(separator).Append(binding.Column.QuotedName).Append(" = ");
            writer.WriteParameter(writer.Statement, binding.Parameter(row));
            separator = ", ";
        }

        WriteLastAssignment(writer.Statement, table, columns.Length == 0);
        writer.Statement.Append(" WHERE t0.").Append(table.IdColumn.QuotedName).Append(" = ");
        writer.WriteParameter(writer.Statement, table.IdBinding.Parameter(row));
        if (table.Token is { } token && !force)
        {
            writer.Statement.Append(" AND t0.").Append(token.Column.QuotedName).Append(" = ");
            writer.WriteParameter(writer.Statement, token.Parameter(row));
        }

        writer.Statement.WriteReturning(table);
        return database.Plans.Finish(writer, "UPDATE", table);
    }

    public static StatementCall Many<TRow>(
        PodDatabase database, RowTable<TRow> table, ColumnBinding<TRow>[] columns, IReadOnlyList<TRow> rows, bool force, bool isReturning)
        where TRow : class
    {
        var writer = Begin(table);
        var statement = writer.Statement;
        for (var i = 0; i < columns.Length; i++)
        {
            statement.Append(i == 0 ? " " : ", ").Append(columns[i].Column.QuotedName).Append(" = u.c").Append(i + 1);
        }

        WriteLastAssignment(statement, table, columns.Length == 0);
        var token = force ? null : table.Token;
        statement.Append(" FROM unnest(");
        writer.WriteParameter(statement, table.IdBinding.ArrayParameter(rows));
        foreach (var binding in columns)
        {
            statement.Append(',');
            writer.WriteParameter(statement, binding.ArrayParameter(rows));
        }

        if (token is not null)
        {
            statement.Append(',');
            writer.WriteParameter(statement, token.ArrayParameter(rows));
        }

        statement.Append(") AS u (c0");
        for (var i = 1; i <= columns.Length; i++)
        {
            statement.Append(", c").Append(i);
        }

        statement.Append(token is null ? ") WHERE t0." : ", token) WHERE t0.").Append(table.IdColumn.QuotedName).Append(" = u.c0");
        if (token is not null)
        {
            statement.Append(" AND t0.").Append(token.Column.QuotedName).Append(" = u.token");
        }

        if (isReturning)
        {
            statement.WriteReturning(table);
        }

        return database.Plans.Finish(writer, "UPDATE", table);
    }

    private static SqlWriter Begin(Table table)
    {
        var writer = SqlWriter.Begin(table);
        writer.Statement.Append("UPDATE ").Append(table.QuotedName).Append(" AS t0 SET");
        return writer;
    }

    // A table may have nothing but its id; the statement still has to find the row and needs an assignment.
    private static void WriteLastAssignment(SqlBuffer statement, Table table, bool isOnly)
    {
        if (table.TokenColumn is { } token)
        {
            statement.Append(isOnly ? " " : ", ").WriteRaisedToken(token);
        }
        else if (isOnly)
        {
            statement.Append(' ').Append(table.IdColumn.QuotedName).Append(" = t0.").Append(table.IdColumn.QuotedName);
        }
    }
}
