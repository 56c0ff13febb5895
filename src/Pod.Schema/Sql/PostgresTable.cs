using System.Text;

namespace Pod.Schema.Sql;

/// <summary>The CREATE TABLE of a table, with the sequences that its columns own.</summary>
internal static class PostgresTable
{
    public static string Create(TableSchema table, bool ifNotExists)
    {
        var sequences = table.Columns.Where(PostgresColumn.HasOwnSequence).ToList();
        var sql = new StringBuilder();
        foreach (var column in sequences)
        {
            sql.Append(PostgresColumn.CreateSequence(table.Name, column, ifNotExists)).Append('\n');
        }

        sql.Append($"CREATE TABLE {(ifNotExists ? "IF NOT EXISTS " : "")}{PostgresIdentifier.Quote(table.Name)} (\n    ")
            .AppendJoin(",\n    ", table.Columns.Select(column => PostgresColumn.Definition(table.Name, column)))
            .Append("\n);");
        foreach (var column in sequences)
        {
            sql.Append('\n').Append(PostgresColumn.OwnSequence(table.Name, column));
        }

        return sql.ToString();
    }
}
