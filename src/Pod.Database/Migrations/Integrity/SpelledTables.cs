using System.Text;
using Npgsql;
using Pod.Database.Migrations.Live;
using Pod.Schema.Sql;
using Pod.Schema;

namespace Pod.Database.Migrations.Integrity;

/// <summary>
/// Lets PostgreSQL spell the expressions of expected tables: makes temporary tables with them, reads these back and rolls back.
/// </summary>
internal static class SpelledTables
{
    public static async Task<LiveSchema> ReadAsync(
        NpgsqlConnection connection, IEnumerable<(TableSchema Expected, LiveTable Live)> tables, CancellationToken cancellationToken)
    {
        var script = new StringBuilder();
        foreach (var (expected, live) in tables)
        {
            Write(script, expected, live);
        }

        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            var command = new NpgsqlCommand(script.ToString(), connection, transaction);
            await using (command.ConfigureAwait(false))
            {
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }

            var spelled = await CatalogueReader.ReadTemporaryAsync(connection, cancellationToken).ConfigureAwait(false);
            await transaction.RollbackAsync(cancellationToken).ConfigureAwait(false);
            return spelled;
        }
    }

    // What cannot be made, because the live column has another type or the role may not make temporary tables, stays a difference.
    private static void Write(StringBuilder script, TableSchema expected, LiveTable live)
    {
        var table = Quote(expected.Name);
        script.Append("DO $pod_spelling$ BEGIN\nCREATE TEMPORARY TABLE ").Append(table).Append(" (")
            .AppendJoin(", ", expected.Columns.Select(column => Column(expected, column, live)))
            .Append(") ON COMMIT DROP;\n");
        foreach (var check in expected.Checks)
        {
            script.Append($"ALTER TABLE pg_temp.{table} ADD CONSTRAINT {Quote(check.Name)} CHECK ({check.Expression});\n");
        }

        foreach (var index in expected.Indexes.Where(static index => index.Where is not null))
        {
            script.Append($"CREATE INDEX {Quote(index.Name)} ON pg_temp.{table} ((1)) WHERE ({index.Where});\n");
        }

        script.Append("EXCEPTION WHEN OTHERS THEN NULL;\nEND $pod_spelling$;\n");
    }

    private static string Column(TableSchema table, ColumnSchema expected, LiveTable live)
    {
        // The spelling has casts that follow from the type that is there.
        var type = live.FindColumn(expected.Name) is { } column && TypeAgreement.IsSame(expected.Type, column.Type) ? column.Type : expected.Type;
        var defaultValue = expected.Default is null || PostgresDefault.IsWord(expected) ? "" : $" DEFAULT {PostgresDefault.Of(table.Name, expected)}";
        return $"{Quote(expected.Name)} {type}{defaultValue}";
    }

    private static string Quote(string name) => PostgresIdentifier.Quote(name);
}
