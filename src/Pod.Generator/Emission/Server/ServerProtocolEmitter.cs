using Pod.Generator.Model;

namespace Pod.Generator.Emission.Server;

/// <summary>Writes the server's <c>Protocol</c>: everything that <c>AddPod&lt;Protocol&gt;()</c> needs to know.</summary>
internal static class ServerProtocolEmitter
{
    public static GeneratedFile Emit(ProjectDefinition project, GenerationInput input, EmissionTarget target)
    {
        var hasSchema = input.HasDatabase && project.Tables.Any();
        string[] usings =
        [
            "System.CodeDom.Compiler", "System.Collections.Generic", "Pod.Database", "Pod.Protocol", "Pod.Runtime",
            .. hasSchema ? ["Pod.Schema"] : Array.Empty<string>(), .. ModelTypes.UsingsOfModules(input, target),
        ];
        var writer = GeneratedFileHeader.Begin("the whole project", target.Namespace, usings);
        writer.Lines(XmlDocumentation.Summary(null, "What this server offers: its models, endpoints and tables; the argument of AddPod."))
            .Line(GeneratedCode.Attribute)
            .Block("public sealed class Protocol : PodServerProtocol", () =>
            {
                writer.Lines(XmlDocumentation.Summary(null, "Gets all models of this server."))
                    .Line("public static ModelRegistry Registry { get; } = new(")
                    .Line("[")
                    .Indented(() => writer.Lines(ModelTypes.Of(project.Models)))
                    .Line($"]{ModelTypes.OfModules(input)});")
                    .Separate();
                writer.Line("/// <inheritdoc/>")
                    .Line("public override ModelRegistry Models => Registry;")
                    .Separate();
                if (input.Modules.Count > 0)
                {
                    writer.Line("/// <inheritdoc/>")
                        .Line("public override IReadOnlyList<PodServerProtocol> Modules { get; } =")
                        .Line("[")
                        .Indented(() => writer.Lines(input.Modules.Select(static module => $"new {module.Definition.AliasOf("Protocol")}(),")))
                        .Line("];")
                        .Separate();
                }

                writer.Line("/// <inheritdoc/>")
                    .Line("public override IReadOnlyList<EndpointDescriptor> Endpoints { get; } =")
                    .Line("[")
                    .Indented(() => writer.Lines(project.CallableEndpoints.Select(static endpoint => $"{EndpointDispatchEmitter.DispatchName(endpoint)}.Descriptor,")))
                    .Line("];")
                    .Separate();
                writer.Line("/// <inheritdoc/>")
                    .Line("public override IReadOnlyList<Table> Tables { get; } =")
                    .Line("[")
                    .Indented(() => writer.Lines(project.Tables.Where(_ => input.HasDatabase).Select(static model => $"{model.Name}.Table,")))
                    .Line("];");
                if (!input.IsModule)
                {
                    writer.Separate();
                    writer.Line("/// <inheritdoc/>")
                        .Line($"public override string? OpenApi => {OpenApiEmitter.ClassName}.Document;");
                }

                if (hasSchema)
                {
                    writer.Separate();
                    writer.Line("/// <inheritdoc/>")
                        .Line($"public override DatabaseSchema Schema => {ProtocolSchemaEmitter.ClassName}.Value;");
                }
            });
        return target.File("Generated/Protocol.cs", writer.ToString());
    }
}
