using Pod.Generator.Model;

namespace Pod.Generator.Emission.Client;

/// <summary>Writes what clients need for modules: in a module the class with its endpoints, in an application the class with its modules.</summary>
internal static class ModuleClientEmitter
{
    private const string ClientSuffix = "Client";

    /// <summary>Gives the class with an application's modules: <c>ShopModules</c> beside <c>ShopClient</c>.</summary>
    public static string ModulesClass(GenerationInput input) => input.ClientClass[..^ClientSuffix.Length] + "Modules";

    /// <summary>Gets the aliases of the modules' classes.</summary>
    public static IEnumerable<string> Usings(GenerationInput input) =>
        input.Modules.Select(static module => $"{module.Definition.AliasOf("Module")} = {module.Definition.ClientNamespace}.{module.Definition.ClientClass}");

    public static GeneratedFile EmitModule(ProjectDefinition project, GenerationInput input, EmissionTarget target)
    {
        var writer = GeneratedFileHeader.Begin("the whole project", target.Namespace, ["System.CodeDom.Compiler", "Pod.Client"]);
        writer.Lines(XmlDocumentation.Summary(null, $"The endpoints of the module '{input.Module}'."))
            .Line(GeneratedCode.Attribute)
            .Block($"public sealed class {input.ClientClass}", () =>
            {
                writer.Lines(XmlDocumentation.Summary(null, "Made by the application's client; applications use its member 'Modules'."))
                    .Line(XmlDocumentation.Parameter("client", "The application's client."))
                    .Line($"public {input.ClientClass}(PodClient client)")
                    .Braces(() => writer.Lines(project.Endpoints.Select(static endpoint => ClientEmitter.Construction(endpoint, "client"))))
                    .Separate();
                ClientEmitter.EmitEndpoints(writer, project);
            });
        return target.File($"Generated/{input.ClientClass}.cs", writer.ToString());
    }

    public static void EmitModules(CSharpWriter writer, GenerationInput input)
    {
        if (input.Modules.Count == 0)
        {
            return;
        }

        string Name(ModuleDefinition module) => Naming.Pascal(module.Nickname);
        string Type(ModuleDefinition module) => module.AliasOf("Module");
        var modules = input.Modules.Select(static module => module.Definition).ToList();
        writer.Line()
            .Lines(XmlDocumentation.Summary(null, "The modules of the application."))
            .Line(GeneratedCode.Attribute)
            .Block($"public sealed class {ModulesClass(input)}", () =>
            {
                writer.Line($"internal {ModulesClass(input)}(PodClient client)")
                    .Braces(() => writer.Lines(modules.Select(module => $"{Name(module)} = new {Type(module)}(client);")))
                    .Separate();
                foreach (var module in modules)
                {
                    writer.Lines(XmlDocumentation.Summary(null, $"Gets the endpoints of the module '{module.Name}'."))
                        .Line($"public {Type(module)} {Name(module)} {{ get; }}")
                        .Separate();
                }
            });
    }
}
