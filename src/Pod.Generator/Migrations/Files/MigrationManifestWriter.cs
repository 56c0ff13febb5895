using System.Text;
using System.Text.Json;
using Pod.Generator.Migrations.Operations;
using Pod.Schema;

namespace Pod.Generator.Migrations.Files;

/// <summary>Writes <c>migration.json</c>: what is done first, hashes of what it became second.</summary>
internal static class MigrationManifestWriter
{
    public static string Write(MigrationManifest manifest, IEnumerable<MigrationOperation> operations)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, SchemaJsonWriter.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteNumber("format", MigrationManifest.Format);
            json.WriteString("version", manifest.Version);
            WriteParent(json, manifest.Parent);
            json.WriteString("definitionHash", manifest.DefinitionHash);
            json.WriteString("sqlHash", manifest.SqlHash);
            json.WriteString("rollbackHash", manifest.RollbackHash);
            WriteList(json, "replaces", manifest.Replaces);
            json.WriteStartArray("operations");
            foreach (var operation in operations)
            {
                WriteOperation(json, operation);
            }

            json.WriteEndArray();
            WriteList(json, "warnings", manifest.Warnings);
            if (manifest.Debts.Count > 0)
            {
                WriteList(json, "debts", manifest.Debts);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteOperation(Utf8JsonWriter json, MigrationOperation operation)
    {
        json.WriteStartObject();
        json.WriteString("op", operation.Name);
        if (operation.Table.Length > 0)
        {
            json.WriteString("table", operation.Table);
        }

        json.WriteString("phase", operation.Phase == MigrationPhase.Expand ? "expand" : "contract");
        operation.WriteMembers(json);
        json.WriteEndObject();
    }

    private static void WriteParent(Utf8JsonWriter json, MigrationParent? parent)
    {
        if (parent is null)
        {
            json.WriteNull("parent");
            return;
        }

        json.WriteStartObject("parent");
        json.WriteString("version", parent.Version);
        json.WriteString("definitionHash", parent.DefinitionHash);
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, ValueList<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStringValue(item);
        }

        json.WriteEndArray();
    }
}
