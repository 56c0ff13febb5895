using Pod.Generator.Model;

namespace Pod.Generator.Emission.Client;

/// <summary>Writes the application's client class and its registry of models.</summary>
internal static class ClientEmitter
{
    public static GeneratedFile EmitClient(ProjectDefinition project, GenerationInput input, EmissionTarget target, string contractHash)
    {
        if (input.IsModule)
        {
            return ModuleClientEmitter.EmitModule(project, input, target);
        }

        var writer = GeneratedFileHeader.Begin(
            "the whole project", target.Namespace, ["System", "System.CodeDom.Compiler", "Pod.Client", .. ModuleClientEmitter.Usings(input)]);
        writer.Lines(XmlDocumentation.Summary(null, "Calls the server. One instance serves the whole application; it may be used from several threads at once."))
            .Line(GeneratedCode.Attribute)
            .Block($"public sealed class {input.ClientClass} : PodClient", () =>
            {
                writer.Lines(XmlDocumentation.Summary(null, "Makes a client; it connects when it is used."))
                    .Line(XmlDocumentation.Parameter("serverUrl", "The server's address, http or https."))
                    .Line(XmlDocumentation.Parameter("options", "How it behaves; defaults when null."))
                    .Line($"public {input.ClientClass}(Uri serverUrl, PodClientOptions? options = null)")
                    .Indented(() => writer.Line($": base(serverUrl, Protocol.Registry, \"{contractHash}\", options)"))
                    .Braces(() =>
                    {
                        EmitConstructions(writer, project, "this");
                        writer.Lines(input.Modules.Count > 0 ? [$"Modules = new {ModuleClientEmitter.ModulesClass(input)}(this);"] : []);
                    })
                    .Separate();
                EmitEndpoints(writer, project);
                if (input.Modules.Count > 0)
                {
                    writer.Lines(XmlDocumentation.Summary(null, "Gets the endpoints of the modules."))
                        .Line($"public {ModuleClientEmitter.ModulesClass(input)} Modules {{ get; }}")
                        .Separate();
                }
            });
        ModuleClientEmitter.EmitModules(writer, input);
        return target.File($"Generated/{input.ClientClass}.cs", writer.ToString());
    }

    public static void EmitConstructions(CSharpWriter writer, ProjectDefinition project, string client)
    {
        foreach (var endpoint in project.CallableEndpoints)
        {
            var line = $"{Naming.Pascal(endpoint.Name)} = new {EndpointClientEmitter.Name(endpoint)}({client});";
            if (endpoint.Obsolete is null)
            {
                writer.Line(line);
            }
            else
            {
                writer.Directive("#pragma warning disable CS0618 // Obsolete for callers, not for the client.").Line(line).Directive("#pragma warning restore CS0618");
            }
        }
    }

    public static void EmitEndpoints(CSharpWriter writer, ProjectDefinition project)
    {
        foreach (var endpoint in project.CallableEndpoints)
        {
            writer.Lines(XmlDocumentation.Summary(endpoint.Documentation, $"Gets the methods of the endpoint '{endpoint.WireName}'."))
                .Lines(endpoint.Obsolete is { } reason ? [$"[Obsolete({CSharpIdentifier.Literal(reason)})]"] : [])
                .Line($"public {EndpointClientEmitter.Name(endpoint)} {Naming.Pascal(endpoint.Name)} {{ get; }}")
                .Separate();
        }
    }

    public static GeneratedFile EmitProtocol(ProjectDefinition project, GenerationInput input, EmissionTarget target)
    {
        var writer = GeneratedFileHeader.Begin("the whole project", target.Namespace, ["System.CodeDom.Compiler", "Pod.Protocol", .. ModelTypes.UsingsOfModules(input, target)]);
        writer.Lines(XmlDocumentation.Summary(null, "The models that the server may send."))
            .Line(GeneratedCode.Attribute)
            .Block($"{(input.IsModule ? "public" : "internal")} static class Protocol", () => writer
                .Lines(input.IsModule ? XmlDocumentation.Summary(null, "Gets the models.") : [])
                .Line("public static ModelRegistry Registry { get; } = new(")
                .Line("[")
                .Indented(() => writer.Lines(ModelTypes.Of(project.Models.Where(static model => !model.IsServerOnly))))
                .Line($"]{ModelTypes.OfModules(input)});"));
        return target.File("Generated/Protocol.cs", writer.ToString());
    }
}
