using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Pod.Database.Execution;
using Pod.Database.Includes;
using Pod.Database.Repositories;
using Pod.Database.SqlWriting;

namespace Pod.Database.Statements;

/// <summary>Statements around a cursor.</summary>
internal static class CursorStatement
{
    /// <summary>
    /// Opens a cursor. Its name holds a hash of the query: the statements that fetch are prepared by their text, so one name has to stand for one query.
    /// </summary>
    public static StatementCall Declare(PodDatabase database, Table table, SelectPlan? plan, in Query query, int number, out string name)
    {
        var writer = SqlWriter.Begin(table);
        SelectStatement.Write(writer, table, plan, query);
        name = $"pod_{number}_{Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(writer.Statement.Text)).AsSpan(0, 8))}";
        writer.Statement.Insert(0, $"DECLARE {name} NO SCROLL CURSOR FOR ");
        return database.Plans.Finish(writer, "DECLARE", table);
    }

    public static StatementCall Fetch(PodDatabase database, Table table, string cursor, int count)
    {
        var writer = SqlWriter.Begin(table);
        writer.Statement.Append("FETCH FORWARD ").Append(count).Append(" FROM ").Append(cursor);
        return database.Plans.Finish(writer, "FETCH", table);
    }

    public static StatementCall Close(PodDatabase database, Table table, string cursor)
    {
        var writer = SqlWriter.Begin(table);
        writer.Statement.Append("CLOSE ").Append(cursor);
        return database.Plans.Finish(writer, "CLOSE", table);
    }
}
