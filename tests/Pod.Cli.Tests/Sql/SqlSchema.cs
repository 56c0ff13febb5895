using Npgsql;
using Pod.Generator.Migrations;
using Pod.Generator.Migrations.Sql;
using Pod.Schema;

namespace Pod.Cli.Tests.Sql;

/// <summary>A PostgreSQL schema that a test fills, changes and looks at.</summary>
public sealed class SqlSchema(NpgsqlConnection connection, string name) : IAsyncDisposable
{
    // Everything that has a name or a meaning; the order of columns has none.
    private const string CatalogueSql = """
        SELECT 'table ' || c.relname FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname <> 'pod_migrations'
        UNION ALL SELECT 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '')
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
            WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND c.relname <> 'pod_migrations'
        UNION ALL SELECT 'index ' || indexname || ' ' || indexdef FROM pg_indexes WHERE schemaname = current_schema() AND tablename <> 'pod_migrations'
        UNION ALL SELECT 'invalid ' || indexrelid::regclass FROM pg_index WHERE NOT indisvalid
        UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
            WHERE connamespace = current_schema()::regnamespace AND contype IN ('p', 'u', 'f', 'c', 'x') AND conrelid <> coalesce(to_regclass('pod_migrations'), 0)
        UNION ALL SELECT 'sequence ' || s.relname || ' of ' || coalesce(d.refobjid::regclass::text || '.' || a.attname, 'nobody')
            FROM pg_class s LEFT JOIN pg_depend d ON d.objid = s.oid AND d.deptype = 'a' LEFT JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
            WHERE s.relnamespace = current_schema()::regnamespace AND s.relkind = 'S'
        ORDER BY 1
        """;

    public string Name => name;

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    public async Task ExecuteAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Runs a script without steps in one transaction.</summary>
    public async Task RunAsync(string script)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await ExecuteAsync(script);
        await transaction.CommitAsync();
    }

    /// <summary>Makes a whole schema from nothing.</summary>
    public Task CreateAsync(DatabaseSchema schema) => RunAsync(PostgresMigrationWriter.WriteDefinition("1", schema));

    /// <summary>Runs the operations of a plan.</summary>
    public Task MigrateAsync(MigrationPlan plan) => RunAsync(PostgresMigrationWriter.WriteMigration("2", plan.Operations));

    /// <summary>Runs what has to stop and gives the message.</summary>
    public async Task<string> FailAsync(MigrationPlan plan) => (await Assert.ThrowsAsync<PostgresException>(() => MigrateAsync(plan))).MessageText;

    /// <summary>Reads the first column of a query.</summary>
    public async Task<List<string>> ReadAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync())
        {
            texts.Add(await reader.IsDBNullAsync(0) ? "null" : reader.GetValue(0).ToString()!);
        }

        return texts;
    }

    /// <summary>Describes everything in the schema, without its name.</summary>
    public async Task<List<string>> CatalogueAsync() =>
        [.. (await ReadAsync(CatalogueSql)).Select(line => line.Replace($" ON {name}.", " ON ", StringComparison.Ordinal).Replace($"REFERENCES {name}.", "REFERENCES ", StringComparison.Ordinal))];
}
