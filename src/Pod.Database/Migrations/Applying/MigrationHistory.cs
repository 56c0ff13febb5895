using System.Reflection;
using Npgsql;
using NpgsqlTypes;

namespace Pod.Database.Migrations;

/// <summary>The table <c>pod_migrations</c>: what was applied, when, and by which version of the tool.</summary>
internal sealed class MigrationHistory(MigrationConnection connection, string module)
{
    /// <summary>The statement that creates the table if there is none.</summary>
    public const string CreateTable =
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
        """;

    private static readonly string ToolVersion =
        typeof(MigrationHistory).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>Creates the table if there is none, in the first schema of the search path.</summary>
    public Task CreateTableAsync(CancellationToken cancellationToken) => connection.ExecuteAsync(CreateTable, cancellationToken);

    /// <summary>Whether the schema has nothing that an application could have put there. What the history says is looked at elsewhere.</summary>
    public Task<bool> IsDatabaseEmptyAsync(CancellationToken cancellationToken)
        => connection.ScalarAsync<bool>(
            """
            SELECT NOT EXISTS (
                SELECT 1 FROM pg_class AS c
                WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema()) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
                  AND c.relname <> 'pod_migrations'
                  AND NOT EXISTS (SELECT 1 FROM pg_depend AS d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'))
            """,
            cancellationToken);

    /// <summary>Reads the rows of the module by version; none when the table does not exist yet.</summary>
    public async Task<Dictionary<string, AppliedMigration>> ReadAsync(CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, AppliedMigration>(StringComparer.Ordinal);
        if (!await connection.ScalarAsync<bool>("SELECT to_regclass('pod_migrations') IS NOT NULL", cancellationToken).ConfigureAwait(false))
        {
            return rows;
        }

        var command = connection.Command(
            """
            SELECT "version", "hash", "state" = 'applied', "step", "startedAt", "duration", "toolVersion", "host", "error"
            FROM "pod_migrations" WHERE "module" = $1
            """,
            Text(module));
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    rows.Add(reader.GetString(0), Read(reader));
                }
            }
        }

        return rows;
    }

    /// <summary>Forgets a version.</summary>
    public Task RemoveAsync(string version, CancellationToken cancellationToken)
        => connection.ExecuteAsync(
            """DELETE FROM "pod_migrations" WHERE "module" = $1 AND "version" = $2""", cancellationToken, Text(module), Text(version));

    /// <summary>Records how far a migration has come.</summary>
    public Task WriteAsync(string version, string hash, MigrationProgress progress, CancellationToken cancellationToken)
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
            Text(version),
            Text(hash),
            Text(progress.Error is not null ? "failed" : progress.IsComplete ? "applied" : "partial"),
            new NpgsqlParameter<int> { NpgsqlDbType = NpgsqlDbType.Integer, TypedValue = progress.Step },
            new NpgsqlParameter<DateTimeOffset> { NpgsqlDbType = NpgsqlDbType.TimestampTz, TypedValue = progress.StartedAt.ToUniversalTime() },
            new NpgsqlParameter<TimeSpan> { NpgsqlDbType = NpgsqlDbType.Interval, TypedValue = progress.Duration },
            Text(ToolVersion),
            Text(Environment.MachineName),
            Text(progress.Error));

    private static AppliedMigration Read(NpgsqlDataReader row) => new()
    {
        Version = row.GetString(0),
        Hash = row.GetString(1),
        IsApplied = row.GetBoolean(2),
        Step = row.GetInt32(3),
        StartedAt = row.GetFieldValue<DateTimeOffset>(4),
        Duration = row.GetTimeSpan(5),
        ToolVersion = row.GetString(6),
        Host = row.GetString(7),
        Error = row.IsDBNull(8) ? null : row.GetString(8),
    };

    private static NpgsqlParameter<string?> Text(string? value) => new() { NpgsqlDbType = NpgsqlDbType.Text, TypedValue = value };
}
