using Pod.Schema;

namespace Pod.Generator.Emission.Server;

/// <summary>Writes down the database that the generated code expects, for the comparison at the server's start.</summary>
internal static class ProtocolSchemaEmitter
{
    /// <summary>The class with the schema. No model or enum can have this name.</summary>
    public const string ClassName = "ProtocolSchema";

    /// <summary>Gives the file, or none when the project stores nothing.</summary>
    public static IEnumerable<GeneratedFile> Emit(DatabaseSchema schema, bool hasDatabase, EmissionTarget target)
    {
        if (!hasDatabase || schema.Tables.Count == 0)
        {
            yield break;
        }

        var json = SchemaJsonWriter.Write(schema).TrimEnd('\n').Split('\n');
        var writer = GeneratedFileHeader.Begin("the whole project", target.Namespace, ["System", "System.CodeDom.Compiler", "Pod.Schema"]);
        writer.Lines(XmlDocumentation.Summary(null, "The database that this server was generated for."))
            .Line(GeneratedCode.Attribute)
            .Block($"internal static class {ClassName}", () => writer
                .Line("private const string Json =")
                .Indented(() => writer.Line("\"\"\"\"").Lines(json).Line("\"\"\"\";"))
                .Separate()
                .Line("private static readonly Lazy<DatabaseSchema> Parsed = new(static () => SchemaJsonReader.Read(Json));")
                .Separate()
                .Line("public static DatabaseSchema Value => Parsed.Value;"));
        yield return target.File($"Generated/{ClassName}.cs", writer.ToString());
    }
}
