namespace Pod.Generator.Emission.Server;

/// <summary>Writes the class that holds the OpenAPI document of an application, modules included.</summary>
internal static class OpenApiEmitter
{
    public const string ClassName = "ProtocolOpenApi";

    public static IEnumerable<GeneratedFile> Emit(GenerationInput input, EmissionTarget target, string document)
    {
        if (input.IsModule)
        {
            yield break;
        }

        var writer = GeneratedFileHeader.Begin("the whole project", target.Namespace, ["System.CodeDom.Compiler"]);
        writer.Line("/// <summary>What GET /openapi/v1.json answers.</summary>")
            .Line(GeneratedCode.Attribute)
            .Block($"internal static class {ClassName}", () => writer
                .Line("public const string Document =")
                .Indented(() => writer.Line("\"\"\"\"").Lines(document.Split('\n')).Line("\"\"\"\";")));
        yield return target.File($"Generated/{ClassName}.cs", writer.ToString());
    }
}
