using Pod.Database.Columns.Storage;
using Pod.Database.Execution;
using Pod.Database.Sql;

namespace Pod.Database.Statements.Writing;

/// <summary>Moves the sequence of a table's ids past the largest id; answers whether there is a sequence.</summary>
internal static class SequenceStatement
{
    public static StatementCall Sync(PodDatabase database, Table table)
    {
        var id = table.IdColumn;
        var writer = SqlWriter.Begin(table);
        // setval of null does nothing, so neither a missing sequence nor an empty table needs a case of its own.
        var statement = writer.Statement.Append("SELECT s.name IS NOT NULL, setval(s.name, GREATEST((SELECT max(").Append(id.QuotedName)
            .Append(") FROM ").Append(table.QuotedName).Append("), pg_sequence_last_value(s.name))) FROM (SELECT pg_get_serial_sequence(");
        writer.WriteParameter(statement, TextStorage.Instance.Parameter(table.QuotedName));
        statement.Append(", ");
        writer.WriteParameter(statement, TextStorage.Instance.Parameter(id.Name));
        statement.Append(")::regclass AS name) AS s");
        return database.Plans.Finish(writer, "SETVAL", table);
    }
}
