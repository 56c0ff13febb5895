namespace Pod.Generator.Emission.Client;

/// <summary>Writes the method that adds the client to an application's services, where the client project can name their types.</summary>
internal static class ClientRegistrationEmitter
{
    public static IEnumerable<GeneratedFile> Emit(GenerationInput input, EmissionTarget target)
    {
        if (!input.HasClientHosting || input.IsModule)
        {
            yield break;
        }

        var className = $"{input.ClientClass}ServiceCollectionExtensions";
        var writer = GeneratedFileHeader.Begin(
            "the whole project", target.Namespace, ["System", "System.CodeDom.Compiler", "Microsoft.Extensions.DependencyInjection", "Pod.Client.Hosting"]);
        writer.Lines(XmlDocumentation.Summary(null, "Adds the client to an application's services."))
            .Line(GeneratedCode.Attribute)
            .Block($"public static class {className}", () => writer
                .Lines(XmlDocumentation.Summary(null, "Adds the client; one instance serves the whole application."))
                .Line(XmlDocumentation.Parameter("services", "The services."))
                .Line(XmlDocumentation.Parameter("configure", "Says where the server is and how the client behaves."))
                .Line("/// <returns>The client's own HTTP client, for more handlers.</returns>")
                .Line($"public static IHttpClientBuilder Add{input.ClientClass}(this IServiceCollection services, Action<HostedPodClientOptions> configure)")
                .Indented(() => writer.Line($"=> services.AddPodClient(\"{input.ClientClass}\", static (url, options) => new {input.ClientClass}(url, options), configure);")));
        yield return target.File($"Generated/{className}.cs", writer.ToString());
    }
}
