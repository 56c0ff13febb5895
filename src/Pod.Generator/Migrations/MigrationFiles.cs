using System.Text;
using System.Text.Json;
using Pod.Generator.Migrations.Sql;
using Pod.Schema;

namespace Pod.Generator.Migrations;

/// <summary>The files of one migration.</summary>
public static class MigrationFiles
{
    /// <summary>The file that lists all versions; parallel branches conflict in it.</summary>
    public const string Registry = "migration_registry.txt";

    /// <summary>The file with the schema after a migration.</summary>
    public const string Definition = "definition.json";

    private const int Format = 1;

    /// <summary>Writes all files of a migration.</summary>
    /// <param name="version">The version, which is also the folder's name.</param>
    /// <param name="parent">The migration before, with the text of its <c>definition.json</c>; null for the first.</param>
    /// <param name="plan">The operations and accepted findings.</param>
    /// <param name="schema">The schema after the migration.</param>
    /// <returns>Texts by file name.</returns>
    public static IReadOnlyDictionary<string, string> Write(
        string version, (string Version, string Definition)? parent, MigrationPlan plan, DatabaseSchema schema)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var definition = SchemaJsonWriter.Write(schema);
        var sql = PostgresMigrationWriter.WriteMigration(version, plan.Operations);
        return new Dictionary<string, string>
        {
            ["migration.json"] = WriteJson(version, parent, plan, MigrationHash.Of(definition), MigrationHash.Of(sql)),
            ["migration.sql"] = sql,
            [Definition] = definition,
            ["definition.sql"] = PostgresMigrationWriter.WriteDefinition(version, schema),
        };
    }

    private static string WriteJson(string version, (string Version, string Definition)? parent, MigrationPlan plan, string definitionHash, string sqlHash)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, SchemaJsonWriter.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteNumber("format", Format);
            json.WriteString("version", version);
            WriteParent(json, parent);
            json.WriteString("definitionHash", definitionHash);
            json.WriteString("sqlHash", sqlHash);
            json.WriteStartArray("replaces");
            json.WriteEndArray();
            json.WriteStartArray("operations");
            foreach (var operation in plan.Operations)
            {
                json.WriteStartObject();
                json.WriteString("op", operation.Name);
                json.WriteString("table", operation.Table);
                operation.WriteMembers(json);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("warnings");
            foreach (var finding in plan.Findings)
            {
                json.WriteStringValue(finding.ToString());
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteParent(Utf8JsonWriter json, (string Version, string Definition)? parent)
    {
        if (parent is not { } found)
        {
            json.WriteNull("parent");
            return;
        }

        json.WriteStartObject("parent");
        json.WriteString("version", found.Version);
        json.WriteString("definitionHash", MigrationHash.Of(found.Definition));
        json.WriteEndObject();
    }
}
