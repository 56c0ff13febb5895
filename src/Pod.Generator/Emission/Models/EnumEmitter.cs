using Pod.Generator.Model;

namespace Pod.Generator.Emission.Models;

/// <summary>Writes an enum and its codec.</summary>
internal static class EnumEmitter
{
    public static GeneratedFile Emit(EnumDefinition model, EmissionTarget target)
    {
        var writer = GeneratedFileHeader.Begin(model.SourcePath, target.Namespace, ["System.CodeDom.Compiler", "Pod.Protocol", .. model.Properties.Count > 0 ? ["System"] : Array.Empty<string>()]);
        writer.Lines(XmlDocumentation.Summary(model.Documentation, $"The values of {model.Name}."))
            .Line(GeneratedCode.Attribute)
            .Block($"public enum {model.Name}", () =>
            {
                foreach (var value in model.Values)
                {
                    writer.Lines(XmlDocumentation.Summary(value.Documentation, $"The value '{value.Name}'."))
                        .Line($"{CSharpIdentifier.Escape(value.MemberName)},")
                        .Separate();
                }
            });
        writer.Line()
            .Lines(XmlDocumentation.Summary(null, $"How {model.Name} is written in JSON and in columns."))
            .Line(GeneratedCode.Attribute)
            .Block($"public static class {model.Name}Json", () => writer
                .Lines(XmlDocumentation.Summary(null, "Gets the codec."))
                .Line($"public static EnumCodec<{model.Name}> Codec {{ get; }} = {Codec(model)};"));
        EnumPropertyEmitter.Emit(writer, model);
        return target.File(model, writer.ToString());
    }

    private static string Codec(EnumDefinition model)
    {
        var fallback = model.Default is { } name ? $", {model.Name}.{model.Values.First(value => value.Name == name).MemberName}" : "";
        return model.IsByIndex
            ? $"PodJson.EnumByIndex<{model.Name}>(\"{model.WireName}\", {model.Values.Count}{fallback})"
            : $"PodJson.EnumByName<{model.Name}>(\"{model.WireName}\", [{string.Join(", ", model.Values.Select(static value => $"\"{value.Name}\""))}]{fallback})";
    }
}
