using Pod.Generator.Emission.Server;
using Pod.Generator.Model.Endpoints;

namespace Pod.Generator.Emission.Client;

/// <summary>Writes the class through which clients call an endpoint.</summary>
internal static class EndpointClientEmitter
{
    public static GeneratedFile Emit(EndpointDefinition endpoint, EmissionTarget target)
    {
        string[] usings =
        [
            "System.CodeDom.Compiler", "System.Collections.Generic", "System.Threading", "System.Threading.Tasks", "Pod.Client", "Pod.Protocol",
            .. TypeUsings.Of(endpoint, target),
        ];
        var writer = GeneratedFileHeader.Begin(EndpointDispatchEmitter.ClassName(endpoint), target.Namespace, usings);
        var className = Name(endpoint);
        var parent = endpoint.Base is { } inherited ? Name(inherited.WireName) : "EndpointClient";
        writer.Lines(XmlDocumentation.Summary(endpoint.Documentation, $"Calls the endpoint '{endpoint.WireName}'."))
            .Line(GeneratedCode.Attribute)
            .Block($"public {(endpoint.IsAbstract ? "abstract " : "")}class {className} : {parent}", () =>
            {
                if (!endpoint.IsAbstract)
                {
                    EmitConstructor(writer, "Made by the client; applications use the client's member.", $"public {className}(PodClient client)", $"client, \"{endpoint.WireName}\"");
                }

                if (endpoint.IsAbstract || endpoint.IsBase)
                {
                    EmitConstructor(writer, "Made by the classes of endpoints that derive from this one.", $"protected {className}(PodClient client, string endpoint)", "client, endpoint");
                }

                foreach (var method in endpoint.OwnMethods.Where(static method => method.RawResult is null))
                {
                    EmitMethod(writer, method);
                }
            });
        return target.File($"Generated/Endpoints/{className}.cs", writer.ToString());
    }

    private static void EmitConstructor(CSharpWriter writer, string summary, string signature, string arguments) =>
        writer.Lines(XmlDocumentation.Summary(null, summary))
            .Line(signature)
            .Indented(() => writer.Line($": base({arguments})"))
            .Braces(static () => { })
            .Separate();

    /// <summary>Gives the class's name: <c>ChannelEndpoint</c> → <c>ChannelEndpointClient</c>.</summary>
    public static string Name(EndpointDefinition endpoint) => Name(endpoint.WireName);

    private static string Name(string wireName) => Naming.Pascal(wireName[(wireName.LastIndexOf('.') + 1)..]) + "EndpointClient";

    private static void EmitMethod(CSharpWriter writer, EndpointMethodDefinition method)
    {
        writer.Lines(XmlDocumentation.Summary(method.Documentation, $"Calls '{method.WireName}'."));
        foreach (var parameter in method.Parameters.Where(static parameter => parameter.Documentation is not null))
        {
            writer.Line(XmlDocumentation.Parameter(parameter.Name, parameter.Documentation!));
        }

        if (method.Obsolete is { } reason)
        {
            writer.Line($"[System.Obsolete({CSharpIdentifier.Literal(reason)})]");
        }

        var result = method.Result is null ? "" : CSharpTypeName.Of(method.Result);
        var (returns, call) = method.Kind switch
        {
            EndpointMethodKind.Stream => ($"IAsyncEnumerable<{result}>", "StreamAsync"),
            EndpointMethodKind.StreamingCall => (TaskOf(result), "StreamingCallAsync"),
            _ => (TaskOf(result), "CallAsync"),
        };
        var codec = method.Result is null ? "" : $", {CodecExpression.Of(method.Result)}";
        writer.Line($"public {returns} {Naming.Pascal(method.WireName)}Async({string.Join(", ", Parameters(method))})")
            .Indented(() => writer.Line($"=> {call}(\"{method.WireName}\", {Arguments(method)}{codec}, cancellationToken);"))
            .Separate();
    }

    private static string TaskOf(string result) => result.Length == 0 ? "Task" : $"Task<{result}>";

    private static IEnumerable<string> Parameters(EndpointMethodDefinition method)
    {
        foreach (var parameter in method.Parameters)
        {
            var type = parameter.IsStream ? $"IAsyncEnumerable<{CSharpTypeName.Of(parameter.Type)}>" : CSharpTypeName.Of(parameter.Type);
            yield return $"{type} {CSharpIdentifier.Escape(parameter.Name)}{(parameter.Default is null ? "" : $" = {parameter.Default.CSharp}")}";
        }

        yield return "CancellationToken cancellationToken = default";
    }

    private static string Traits(EndpointMethodDefinition method)
    {
        IEnumerable<string> traits =
        [
            .. method.IsUnauthenticated ? ["CallTraits.Unauthenticated"] : Array.Empty<string>(),
            .. method.IsIdempotent || method.IsReadOnly ? ["CallTraits.Repeatable"] : Array.Empty<string>(),
        ];
        return string.Join(" | ", traits);
    }

    private static string Arguments(EndpointMethodDefinition method) => $"new CallArguments({Traits(method)})" + string.Concat(method.Parameters.Select(static parameter =>
    {
        var add = parameter.IsStream ? "AddStream" : "Add";
        return $".{add}(\"{parameter.WireName}\", {CodecExpression.Of(parameter.Type)}, {CSharpIdentifier.Escape(parameter.Name)})";
    }));
}
