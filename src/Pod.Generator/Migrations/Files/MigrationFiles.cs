using Pod.Generator.Migrations.Files;
using Pod.Generator.Migrations.Sql;
using Pod.Schema;

namespace Pod.Generator.Migrations;

/// <summary>The files of one migration.</summary>
public static class MigrationFiles
{
    /// <summary>The file that lists all versions; parallel branches conflict in it.</summary>
    public const string Registry = "migration_registry.txt";

    /// <summary>The file that says what a migration does and what it follows.</summary>
    public const string Manifest = "migration.json";

    /// <summary>The file with the change; it may be edited.</summary>
    public const string Sql = "migration.sql";

    /// <summary>The file with the schema after a migration.</summary>
    public const string Definition = "definition.json";

    /// <summary>The file with the way back.</summary>
    public const string Rollback = "rollback.sql";

    /// <summary>Writes all files of a migration.</summary>
    /// <param name="version">The version, which is also the folder's name.</param>
    /// <param name="parent">The migration before, with the text of its <c>definition.json</c>; null for the first.</param>
    /// <param name="plan">The operations and accepted findings.</param>
    /// <param name="schema">The schema that the models ask for.</param>
    /// <param name="replaces">The migrations in whose place this one stands. Default: none.</param>
    /// <param name="lockTimeout">How long a step waits for a lock. Default: 5 seconds.</param>
    /// <returns>Texts by file name.</returns>
    public static IReadOnlyDictionary<string, string> Write(
        string version,
        (string Version, string Definition)? parent,
        MigrationPlan plan,
        DatabaseSchema schema,
        ValueList<string>? replaces = null,
        TimeSpan? lockTimeout = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(schema);
        var result = plan.Result(schema);
        var definition = SchemaJsonWriter.Write(result);
        var sql = PostgresMigrationWriter.WriteMigration(version, plan.Operations, lockTimeout);
        var previous = parent is { } found ? SchemaJsonReader.Read(found.Definition) : DatabaseSchema.Empty(schema.Module);
        var rollback = RollbackWriter.Write(version, plan, previous, result, lockTimeout);
        var manifest = new MigrationManifest(
            version, parent is { } before ? new MigrationParent(before.Version, MigrationHash.Of(before.Definition)) : null, MigrationHash.Of(definition), MigrationHash.Of(sql))
        {
            RollbackHash = MigrationHash.Of(rollback),
            Replaces = replaces ?? [],
            Debts = plan.Debts,
            Warnings = plan.Findings.Select(static finding => finding.ToString()).ToValueList(),
        };
        return new Dictionary<string, string>
        {
            [Manifest] = MigrationManifestWriter.Write(manifest, plan.Operations),
            [Sql] = sql,
            [Rollback] = rollback,
            [Definition] = definition,
            ["definition.sql"] = PostgresMigrationWriter.WriteDefinition(version, result),
            ["definition_project.json"] = SchemaJsonWriter.Write(result.OwnTables()),
        };
    }
}
