using System.Text.Json;
using Pod.Schema.Json;

namespace Pod.Schema;

/// <summary>Reads the text of <c>definition.json</c>. Members that it does not know are ignored.</summary>
public static class SchemaJsonReader
{
    /// <summary>Reads a schema.</summary>
    /// <param name="json">The text of a <c>definition.json</c>.</param>
    /// <returns>The schema.</returns>
    /// <exception cref="FormatException">The text is no schema, or one that only a newer tool can read.</exception>
    public static DatabaseSchema Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var format = root.GetProperty("format").GetInt32();
            return format <= SchemaJsonWriter.Format
                ? new DatabaseSchema(Text(root, "module"), List(root, "tables", ReadTable), List(root, "enums", ReadEnum))
                {
                    InstalledModules = root.TryGetProperty("installedModules", out _)
                        ? List(root, "installedModules", static module => new InstalledModule(Text(module, "module"), Text(module, "version")))
                        : [],
                }
                : throw new FormatException($"The schema has format {format}; this tool reads up to {SchemaJsonWriter.Format}. Update it with 'dotnet tool update Pod.Cli'.");
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"The schema cannot be read: {exception.Message}", exception);
        }
    }

    private static TableSchema ReadTable(JsonElement json) => new(
        Text(json, "name"),
        Text(json, "model"),
        Text(json, "module"),
        List(json, "columns", ReadColumn),
        List(json, "foreignKeys", ReadForeignKey),
        List(json, "indexes", ReadIndex),
        List(json, "checks", static check => new CheckSchema(Text(check, "name"), Text(check, "expression"))))
    {
        Schema = Text(json, "schema"),
        Managed = json.GetProperty("managed").GetBoolean(),
    };

    private static ColumnSchema ReadColumn(JsonElement json) => new(
        Text(json, "name"),
        Text(json, "field"),
        Text(json, "type"),
        json.GetProperty("nullable").GetBoolean(),
        json.GetProperty("default").GetString(),
        Text(json, "clrType"));

    private static ForeignKeySchema ReadForeignKey(JsonElement json) => new(
        Text(json, "name"),
        List(json, "columns", Value),
        Text(json, "table"),
        List(json, "references", Value),
        SchemaWords.Action(Text(json, "onUpdate")),
        SchemaWords.Action(Text(json, "onDelete")),
        SchemaWords.Timing(Text(json, "deferrable")));

    private static IndexSchema ReadIndex(JsonElement json) => new(
        Text(json, "name"),
        Text(json, "type"),
        List(json, "elements", static element => Text(element, "column")),
        json.GetProperty("unique").GetBoolean(),
        json.GetProperty("primary").GetBoolean())
    {
        // Absent in files of older versions and where they say nothing.
        NullsDistinct = !json.TryGetProperty("nullsDistinct", out var nullsDistinct) || nullsDistinct.GetBoolean(),
        OperatorClass = OptionalText(json, "operatorClass"),
        Parameters = json.TryGetProperty("parameters", out var parameters)
            ? parameters.EnumerateObject().Select(static parameter => new IndexParameter(parameter.Name, parameter.Value.GetInt32())).ToValueList()
            : [],
        Where = OptionalText(json, "where"),
        Language = OptionalText(json, "language"),
        Weights = json.GetProperty("elements").EnumerateArray().Select(static element => OptionalText(element, "weight")).OfType<string>().ToValueList(),
    };

    private static EnumSchema ReadEnum(JsonElement json) => new(
        Text(json, "name"),
        Text(json, "serialized") == SchemaWords.ByIndex,
        List(json, "values", Value));

    private static string Text(JsonElement json, string name) => Value(json.GetProperty(name));

    private static string? OptionalText(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string Value(JsonElement json) => json.GetString() ?? throw new FormatException("The schema has a null where a text belongs.");

    private static ValueList<T> List<T>(JsonElement json, string name, Func<JsonElement, T> read) =>
        json.GetProperty(name).EnumerateArray().Select(read).ToValueList();
}
