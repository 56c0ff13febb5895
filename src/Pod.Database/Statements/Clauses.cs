using NpgsqlTypes;
using Pod.Database.Columns.Storage;
using Pod.Database.SqlWriting;

namespace Pod.Database.Statements;

/// <summary>The clauses that several kinds of statement share.</summary>
internal static class Clauses
{
    /// <summary>
    /// A limit as a parameter makes PostgreSQL plan at every execution, which costs more than the whole statement; these usual ones are worth a
    /// text each.
    /// </summary>
    private static ReadOnlySpan<int> LiteralLimits => [1, 2, 3, 5, 10, 15, 20, 25, 30, 40, 50, 100, 200, 250, 500, 1000];

    public static void WriteWhere(this SqlWriter writer, Filter? where)
    {
        if (where is not null)
        {
            writer.Write(" WHERE ").Write((ISqlFragment)where);
        }
    }

    public static void WriteOrder(this SqlWriter writer, OrderBy? orderBy)
    {
        if (orderBy is { IsEmpty: false })
        {
            writer.Write(" ORDER BY ");
            orderBy.Write(writer);
        }
    }

    public static void WriteRange(this SqlWriter writer, int? limit, int? offset, int lookAhead = 0)
    {
        if (limit is { } count)
        {
            writer.Write(" LIMIT ");
            if (LiteralLimits.Contains(count))
            {
                writer.Clauses.Append(count + lookAhead);
            }
            else
            {
                writer.WriteParameter(Number((long)count + lookAhead));
            }
        }

        if (offset is > 0)
        {
            writer.Write(" OFFSET ").WriteParameter(Number(offset.Value));
        }
    }

    /// <summary>Writes <c> RETURNING</c> with the queried table's visible columns.</summary>
    public static void WriteReturning(this SqlBuffer target, Table table)
    {
        target.Append(" RETURNING ");
        target.WriteColumns(table);
    }

    /// <summary>Writes <c>t0."id", t0."name"</c>.</summary>
    public static void WriteColumns(this SqlBuffer target, Table table)
    {
        var separator = "";
        foreach (var column in table.VisibleColumns)
        {
            target.Append(separator).Append("t0.").Append(column.QuotedName).Append(column.SelectCast);
            separator = ", ";
        }
    }

    private static ParameterSource<long?> Number(long value) => new(value, NpgsqlDbType.Bigint);
}
