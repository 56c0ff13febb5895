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

    private static string Name(string wireName) => Naming.Pascal(EndpointDefinition.NameOf(wireName)) + "EndpointClient";

    private static void EmitMethod(CSharpWriter writer, EndpointMethodDefinition method)
    {
        MethodSignature.EmitDocumentation(writer, method);
        var result = method.Result is null ? "" : CSharpTypeName.Of(method.Result);
        var (returns, call) = method.Kind switch
        {
            EndpointMethodKind.Stream => ($"IAsyncEnumerable<{result}>", "StreamAsync"),
            EndpointMethodKind.StreamingCall => (MethodSignature.TaskOf(result), "StreamingCallAsync"),
            _ => (MethodSignature.TaskOf(result), "CallAsync"),
        };
        var codec = method.Result is null ? "" : $", {CodecExpression.Of(method.Result)}";
        var parameters = string.Join(", ", MethodSignature.Parameters(method).Append("CancellationToken cancellationToken = default"));
        writer.Line($"public {returns} {MethodSignature.Name(method)}({parameters})")
            .Indented(() => writer.Line($"=> {call}(\"{method.WireName}\", {MethodSignature.Arguments(method, "CallArguments", Traits(method))}{codec}, cancellationToken);"))
            .Separate();
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
}
