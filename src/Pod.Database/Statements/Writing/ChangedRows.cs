using Pod.Database.Sql;

namespace Pod.Database.Statements.Writing;

/// <summary>What statements that change rows say about the rows they return: <c>WITH changed AS (… RETURNING …) SELECT … ORDER BY …</c>.</summary>
internal static class ChangedRows
{
    /// <exception cref="ArgumentException">The order uses another table.</exception>
    public static void RequireOwnOrder(Table table, OrderBy? orderBy)
    {
        if (orderBy is null)
        {
            return;
        }

        var writer = SqlWriter.Begin(table);
        writer.WriteOrder(orderBy);
        if (!writer.Aliases.IsAlone)
        {
            throw new ArgumentException($"Changed rows can be ordered by columns of table '{table.TableName}' only.", nameof(orderBy));
        }

        SqlWriter.Release(writer);
    }

    /// <summary>Writes <c> RETURNING</c>, and with an order the rest of the statement.</summary>
    public static void WriteReturning(this SqlWriter writer, Table table, OrderBy? orderBy)
    {
        if (orderBy is not { IsEmpty: false })
        {
            writer.Statement.WriteReturning(table);
            return;
        }

        // All columns, because the order may use hidden ones.
        writer.Statement.Append(" RETURNING t0.*) SELECT ");
        writer.Statement.WriteColumns(table);
        writer.Statement.Append(" FROM changed AS t0");
        writer.Clauses.Clear();
        writer.Aliases.Reset(table);
        writer.WriteOrder(orderBy);
        writer.Statement.Append(writer.Clauses.Text);
    }
}
