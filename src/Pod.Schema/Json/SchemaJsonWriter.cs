using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Pod.Schema.Json;

namespace Pod.Schema;

/// <summary>Writes a <see cref="DatabaseSchema"/> as the text of <c>definition.json</c>: stable, indented by two, line ends LF.</summary>
public static class SchemaJsonWriter
{
    /// <summary>The format number that this version writes and the newest that it reads.</summary>
    public const int Format = 1;

    /// <summary>Gets the options that every JSON file beside a migration is written with.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <returns>The JSON text, ending in a line feed.</returns>
    public static string Write(DatabaseSchema schema)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, WriterOptions))
        {
            json.WriteStartObject();
            json.WriteNumber("format", Format);
            json.WriteString("module", schema.Module);
            if (schema.InstalledModules.Count > 0)
            {
                WriteArray(json, "installedModules", schema.InstalledModules.OrderBy(item => item.Module, StringComparer.Ordinal), WriteInstalledModule);
            }

            WriteArray(json, "tables", schema.Tables.OrderBy(table => table.Name, StringComparer.Ordinal), WriteTable);
            WriteArray(json, "enums", schema.Enums.OrderBy(item => item.Name, StringComparer.Ordinal), WriteEnum);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteInstalledModule(Utf8JsonWriter json, InstalledModule module)
    {
        json.WriteString("module", module.Module);
        json.WriteString("version", module.Version);
    }

    private static void WriteTable(Utf8JsonWriter json, TableSchema table)
    {
        json.WriteString("name", table.Name);
        json.WriteString("model", table.Model);
        json.WriteString("module", table.Module);
        json.WriteString("schema", table.Schema);
        json.WriteBoolean("managed", table.Managed);
        WriteArray(json, "columns", table.Columns, WriteColumn);
        WriteArray(json, "foreignKeys", table.ForeignKeys, WriteForeignKey);
        WriteArray(json, "indexes", table.Indexes, WriteIndex);
        WriteArray(json, "checks", table.Checks, WriteCheck);
    }

    /// <summary>Writes the members of a column into the object that is open.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="column">The column.</param>
    public static void WriteColumn(Utf8JsonWriter json, ColumnSchema column)
    {
        json.WriteString("name", column.Name);
        json.WriteString("field", column.Field);
        json.WriteString("type", column.Type);
        json.WriteBoolean("nullable", column.Nullable);
        json.WriteString("default", column.Default);
        json.WriteString("clrType", column.ClrType);
    }

    /// <summary>Writes the members of a foreign key into the object that is open.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="key">The foreign key.</param>
    public static void WriteForeignKey(Utf8JsonWriter json, ForeignKeySchema key)
    {
        json.WriteString("name", key.Name);
        WriteStrings(json, "columns", key.Columns);
        json.WriteString("table", key.Table);
        WriteStrings(json, "references", key.References);
        json.WriteString("onUpdate", SchemaWords.Of(key.OnUpdate));
        json.WriteString("onDelete", SchemaWords.Of(key.OnDelete));
        json.WriteString("deferrable", SchemaWords.Of(key.Deferrable));
    }

    /// <summary>Writes the members of an index into the object that is open.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="index">The index.</param>
    public static void WriteIndex(Utf8JsonWriter json, IndexSchema index)
    {
        json.WriteString("name", index.Name);
        json.WriteString("type", index.Type);
        json.WriteBoolean("unique", index.Unique);
        json.WriteBoolean("primary", index.Primary);
        if (!index.NullsDistinct)
        {
            json.WriteBoolean("nullsDistinct", false);
        }

        WriteOptional(json, "operatorClass", index.OperatorClass);
        WriteParameters(json, index.Parameters);
        WriteOptional(json, "language", index.Language);
        WriteArray(json, "elements", Enumerable.Range(0, index.Columns.Count), (writer, position) =>
        {
            writer.WriteString("column", index.Columns[position]);
            WriteOptional(writer, "weight", position < index.Weights.Count ? index.Weights[position] : null);
        });
        json.WriteString("where", index.Where);
    }

    /// <summary>Writes the members of a check into the object that is open.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="check">The check.</param>
    public static void WriteCheck(Utf8JsonWriter json, CheckSchema check)
    {
        json.WriteString("name", check.Name);
        json.WriteString("expression", check.Expression);
    }

    private static void WriteEnum(Utf8JsonWriter json, EnumSchema item)
    {
        json.WriteString("name", item.Name);
        json.WriteString("serialized", item.ByIndex ? SchemaWords.ByIndex : SchemaWords.ByName);
        WriteStrings(json, "values", item.Values);
    }

    private static void WriteParameters(Utf8JsonWriter json, ValueList<IndexParameter> parameters)
    {
        if (parameters.Count == 0)
        {
            return;
        }

        json.WriteStartObject("parameters");
        foreach (var parameter in parameters)
        {
            json.WriteNumber(parameter.Name, parameter.Value);
        }

        json.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteArray<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> writeMembers)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            writeMembers(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStringValue(item);
        }

        json.WriteEndArray();
    }
}
