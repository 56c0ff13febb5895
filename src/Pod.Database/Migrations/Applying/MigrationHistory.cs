using System.Reflection;
using Npgsql;
using NpgsqlTypes;

namespace Pod.Database.Migrations;

/// <summary>The table <c>pod_migrations</c>: what was applied, when, and by which version of the tool.</summary>
internal sealed class MigrationHistory(MigrationConnection connection, string module)
{
    private static readonly string ToolVersion =
        typeof(MigrationHistory).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>Creates the table if there is none, in the first schema of the search path.</summary>
    public Task CreateTableAsync(CancellationToken cancellationToken)
        => connection.ExecuteAsync(
            """
            CREATE TABLE IF NOT EXISTS "pod_migrations" (
                "module" text NOT NULL,
                "version" text NOT NULL,
                "hash" text NOT NULL,
                "state" text NOT NULL,
                "step" integer NOT NULL,
                "startedAt" timestamp with time zone NOT NULL,
                "duration" interval NOT NULL,
                "toolVersion" text NOT NULL,
                "host" text NOT NULL,
                "error" text NULL,
                PRIMARY KEY ("module", "version"))
            """,
            cancellationToken);

    /// <summary>Whether the schema has neither history nor anything else that an application could have put there.</summary>
    public Task<bool> IsDatabaseEmptyAsync(CancellationToken cancellationToken)
        => connection.ScalarAsync<bool>(
            """
            SELECT NOT EXISTS (SELECT 1 FROM "pod_migrations" WHERE "step" > 0) AND NOT EXISTS (
                SELECT 1 FROM pg_class AS c
                WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
                  AND c.oid <> to_regclass('"pod_migrations"')
                  AND NOT EXISTS (SELECT 1 FROM pg_depend AS d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'))
            """,
            cancellationToken);

    public async Task<Dictionary<string, MigrationRecord>> ReadAsync(CancellationToken cancellationToken)
    {
        var records = new Dictionary<string, MigrationRecord>(StringComparer.Ordinal);
        var command = connection.Command("""SELECT "version", "hash", "state", "step" FROM "pod_migrations" WHERE "module" = $1""", Text(module));
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    records.Add(reader.GetString(0), new MigrationRecord(reader.GetString(1), reader.GetString(2) == "applied", reader.GetInt32(3)));
                }
            }
        }

        return records;
    }

    /// <summary>Records how far a migration has come.</summary>
    public Task WriteAsync(MigrationFiles migration, MigrationProgress progress, CancellationToken cancellationToken)
        => connection.ExecuteAsync(
            """
            INSERT INTO "pod_migrations" AS m ("module", "version", "hash", "state", "step", "startedAt", "duration", "toolVersion", "host", "error")
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            ON CONFLICT ("module", "version") DO UPDATE SET "hash" = excluded."hash", "state" = excluded."state", "step" = excluded."step",
                "startedAt" = excluded."startedAt", "duration" = excluded."duration", "toolVersion" = excluded."toolVersion",
                "host" = excluded."host", "error" = excluded."error"
            """,
            cancellationToken,
            Text(module),
            Text(migration.Version),
            Text(migration.Hash),
            Text(progress.Error is not null ? "failed" : progress.IsComplete ? "applied" : "partial"),
            new NpgsqlParameter<int> { NpgsqlDbType = NpgsqlDbType.Integer, TypedValue = progress.Step },
            new NpgsqlParameter<DateTimeOffset> { NpgsqlDbType = NpgsqlDbType.TimestampTz, TypedValue = progress.StartedAt.ToUniversalTime() },
            new NpgsqlParameter<TimeSpan> { NpgsqlDbType = NpgsqlDbType.Interval, TypedValue = progress.Duration },
            Text(ToolVersion),
            Text(Environment.MachineName),
            Text(progress.Error));

    private static NpgsqlParameter<string?> Text(string? value) => new() { NpgsqlDbType = NpgsqlDbType.Text, TypedValue = value };
}
