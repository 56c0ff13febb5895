using Pod.Schema;

namespace Pod.Generator.Migrations;

/// <summary>One migration as it stands in its folder.</summary>
/// <param name="Version">The version, which is the folder's name.</param>
/// <param name="Manifest">What its <c>migration.json</c> says.</param>
/// <param name="Definition">The text of its <c>definition.json</c>.</param>
/// <param name="Sql">The text of its <c>migration.sql</c>.</param>
public sealed record MigrationEntry(string Version, MigrationManifest Manifest, string Definition, string Sql)
{
    /// <summary>Gets whether <c>migration.sql</c> was edited after it was generated.</summary>
    public bool IsEdited => MigrationHash.Of(Sql) != Manifest.SqlHash;

    /// <summary>Reads the schema after the migration.</summary>
    /// <exception cref="FormatException">The definition cannot be read.</exception>
    public DatabaseSchema ReadSchema() => SchemaJsonReader.Read(Definition);
}
