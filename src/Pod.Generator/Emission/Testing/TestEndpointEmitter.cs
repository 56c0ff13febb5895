using Pod.Generator.Emission.Client;
using Pod.Generator.Model.Endpoints;

namespace Pod.Generator.Emission.Testing;

/// <summary>Writes the class through which tests call an endpoint.</summary>
internal static class TestEndpointEmitter
{
    public static string Name(EndpointDefinition endpoint) => Naming.Pascal(endpoint.Name) + "TestEndpoint";

    public static void Emit(CSharpWriter writer, EndpointDefinition endpoint)
        => writer.Lines(XmlDocumentation.Summary(endpoint.Documentation, $"Calls the endpoint '{endpoint.WireName}'."))
            .Line(GeneratedCode.Attribute)
            .Block($"public sealed class {Name(endpoint)}", () =>
            {
                // The methods are members, so that tests write 'Endpoints.Ticket.CloseAsync'; they need nothing of their object.
                writer.Lines(XmlDocumentation.Summary(null, "Made by TestEndpoints."))
                    .Line($"internal {Name(endpoint)}()")
                    .Braces(static () => { })
                    .Separate();
                foreach (var method in endpoint.Methods)
                {
                    EmitMethod(writer, endpoint, method);
                }
            })
            .Separate();

    private static void EmitMethod(CSharpWriter writer, EndpointDefinition endpoint, EndpointMethodDefinition method)
    {
        var result = method.Result is null ? "" : CSharpTypeName.Of(method.Result);
        var isStream = method.Kind == EndpointMethodKind.Stream;
        var (returns, call) = method switch
        {
            { Kind: EndpointMethodKind.Stream } => ($"TestStream<{result}>", "Stream"),
            { Kind: EndpointMethodKind.StreamingCall } => (MethodSignature.TaskOf(result), "StreamingCallAsync"),
            { RawResult: not null } => ("Task<TestAnswer>", "CallRawAsync"),
            _ => (MethodSignature.TaskOf(result), "CallAsync"),
        };
        var codec = method.Result is null ? "" : $", {CodecExpression.Of(method.Result)}";
        string[] parameters =
        [
            "TestSessionBuilder sessions", .. MethodSignature.Parameters(method), .. isStream ? Array.Empty<string>() : ["CancellationToken cancellationToken = default"],
        ];
        MethodSignature.EmitDocumentation(writer, method);
        writer.Line($"public {returns} {MethodSignature.Name(method)}({string.Join(", ", parameters)})")
            .Indented(() => writer.Line(
                $"=> sessions.{call}(\"{endpoint.WireName}\", \"{method.WireName}\", {MethodSignature.Arguments(method, "TestArguments")}{codec}{(isStream ? "" : ", cancellationToken")});"))
            .Separate();
    }
}
