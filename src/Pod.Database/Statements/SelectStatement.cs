using Pod.Database.Execution;
using Pod.Database.Includes;
using Pod.Database.Repositories;
using Pod.Database.Sql;

namespace Pod.Database.Statements;

/// <summary>Statements that read rows or count them.</summary>
internal static class SelectStatement
{
    public static StatementCall Rows(PodDatabase database, Table table, SelectPlan? plan, in Query query)
    {
        var writer = SqlWriter.Begin(table);
        Write(writer, table, plan, query);
        return database.Plans.Finish(writer, "SELECT", table);
    }

    public static StatementCall Count(PodDatabase database, Table table, Filter? where, int? limit)
    {
        var writer = SqlWriter.Begin(table);
        writer.WriteWhere(where);
        if (limit is null)
        {
            writer.Statement.Append("SELECT count(*)");
            writer.FinishWithSource();
        }
        else
        {
            writer.WriteRange(limit, offset: null);
            writer.Statement.Append("SELECT count(*) FROM (SELECT 1");
            writer.FinishWithSource();
            writer.Statement.Append(") AS counted");
        }

        return database.Plans.Finish(writer, "SELECT", table);
    }

    /// <summary>Locks rows without reading them; the answer is their number.</summary>
    public static StatementCall Lock(PodDatabase database, Table table, Filter where, RowLock rowLock)
    {
        var writer = SqlWriter.Begin(table);
        writer.WriteWhere(where);
        writer.Statement.Append("SELECT count(*) FROM (SELECT 1");
        writer.FinishWithSource();
        writer.Statement.WriteLock(rowLock);
        writer.Statement.Append(") AS locked");
        return database.Plans.Finish(writer, "SELECT", table);
    }

    public static StatementCall Exists(PodDatabase database, Table table, Filter? where)
    {
        var writer = SqlWriter.Begin(table);
        writer.WriteWhere(where);
        writer.Statement.Append("SELECT EXISTS (SELECT 1");
        writer.FinishWithSource();
        writer.Statement.Append(')');
        return database.Plans.Finish(writer, "SELECT", table);
    }

    /// <summary>Writes a whole statement that reads rows.</summary>
    public static void Write(SqlWriter writer, Table table, SelectPlan? plan, in Query query)
    {
        if (query.Ranges is not null)
        {
            RangesStatement.Write(writer, table, plan, query);
            return;
        }

        plan?.Reach(writer);
        writer.WriteWhere(query.Where);
        writer.WriteOrder(query.OrderBy);
        writer.WriteRange(query.Limit, query.Offset, lookAhead: query.Page is null ? 0 : 1);
        writer.Statement.Append("SELECT ");
        if (plan is null)
        {
            writer.Statement.WriteColumns(table);
        }
        else
        {
            plan.Write(writer);
        }

        query.Page?.WriteColumns(writer);
        writer.FinishWithSource();
        writer.Statement.WriteLock(query.Lock);
    }
}
