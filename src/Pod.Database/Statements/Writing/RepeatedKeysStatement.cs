using Pod.Database.Execution;
using Pod.Database.Sql;
using Pod.Database.Tables;

namespace Pod.Database.Statements.Writing;

/// <summary>Asks whether rows that are not stored yet share a key, by the database's own idea of equality.</summary>
internal static class RepeatedKeysStatement
{
    public static StatementCall Write<TRow>(PodDatabase database, RowTable<TRow> table, ColumnBinding<TRow>[] key, IReadOnlyList<TRow> rows)
        where TRow : class
    {
        var writer = SqlWriter.Begin(table);
        var statement = writer.Statement.Append("SELECT EXISTS (SELECT 1 FROM unnest");
        for (var i = 0; i < key.Length; i++)
        {
            statement.Append(i == 0 ? '(' : ',');
            writer.WriteParameter(statement, key[i].ArrayParameter(rows));
        }

        statement.Append(") AS k (c0");
        for (var i = 1; i < key.Length; i++)
        {
            statement.Append(", c").Append(i);
        }

        statement.Append(") WHERE (k.*) IS NOT NULL GROUP BY k.* HAVING count(*) > 1)");
        return database.Plans.Finish(writer, "SELECT", table);
    }
}
