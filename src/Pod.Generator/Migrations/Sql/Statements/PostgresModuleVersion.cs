using Pod.Generator.Migrations.Operations;

namespace Pod.Generator.Migrations.Sql.Statements;

/// <summary>Writes down in the history which version of a module the tables are of. Versions sort by age, so newer ones are those of a way that was left.</summary>
internal static class PostgresModuleVersion
{
    public static string Of(SetModuleVersionOperation set)
    {
        var module = PostgresLiteral.Quote(set.Module);
        return set.Version is null
            ? $"DELETE FROM \"pod_migrations\" WHERE \"module\" = {module};"
            : $"""
                DELETE FROM "pod_migrations" WHERE "module" = {module} AND "version" > {PostgresLiteral.Quote(set.Version)};
                INSERT INTO "pod_migrations" ("module", "version", "hash", "state", "step", "startedAt", "duration", "toolVersion", "host")
                    VALUES ({module}, {PostgresLiteral.Quote(set.Version)}, '', 'applied', 0, clock_timestamp(), '0', {PostgresLiteral.Quote(GeneratorVersion.Text)}, 'migration')
                    ON CONFLICT ("module", "version") DO NOTHING;
                """.ReplaceLineEndings("\n");
    }
}
