using Pod.Generator.Model;

namespace Pod.Generator.Emission.Models;

/// <summary>Writes the codecs of dynamic values. They are the only ones that have to know all models.</summary>
internal static class DynamicJsonEmitter
{
    /// <summary>The class with the codecs. No model or enum can be called 'Protocol', so no other class has this name.</summary>
    public const string ClassName = "ProtocolJson";

    /// <summary>Gives the file, or none when nothing is dynamic.</summary>
    public static IEnumerable<GeneratedFile> Emit(ProjectDefinition project, EmissionTarget target)
    {
        var fields = project.Models.OfType<ObjectDefinition>().SelectMany(target.MembersOf).Select(static field => field.Type);
        if (!fields.Concat(project.Endpoints.SelectMany(static endpoint => endpoint.Types)).Any(static type => type.Contains(TypeKind.Dynamic)))
        {
            yield break;
        }

        var writer = GeneratedFileHeader.Begin("the whole project", target.Namespace, ["System.CodeDom.Compiler", "Pod.Protocol"]);
        writer.Lines(XmlDocumentation.Summary(null, "How dynamic values are written in JSON: with the names of their types."))
            .Line(GeneratedCode.Attribute)
            .Block($"internal static class {ClassName}", () => writer
                .Line("public static DynamicCodec Dynamic { get; } = PodJson.Dynamic(static () => Protocol.Registry);")
                .Separate()
                .Line("public static DynamicOrNullCodec DynamicOrNull { get; } = PodJson.DynamicOrNull(static () => Protocol.Registry);"));
        yield return target.File($"Generated/{ClassName}.cs", writer.ToString());
    }
}
