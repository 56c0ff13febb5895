using Pod.Generator.Contracts.Reading;
using Pod.Generator.Model.Endpoints;

namespace Pod.Generator.TypeScript;

/// <summary>Writes the client and its endpoints.</summary>
internal static class ClientCodeWriter
{
    public static string Write(IReadOnlyList<TypeScope> scopes, string hash)
    {
        var writer = new TypeScriptWriter();
        writer.Line("import { PodClient, PodEndpoint, codecs } from './runtime/index.js';")
            .Line("import * as models from './models.js';")
            .Line("import { dynamicValue, registry } from './models.js';")
            .Line()
            .Line("const nothing = { wireName: 'null', read: () => undefined, write: () => null };")
            .Line();
        foreach (var scope in scopes)
        {
            foreach (var endpoint in scope.Contract.CallableEndpoints)
            {
                WriteEndpoint(writer, scope, endpoint);
            }
        }

        var application = scopes[0];
        writer.Block($"export class {ClientName(application)} extends PodClient {{", () => writer
            .Block("constructor(url, options) {", () =>
            {
                writer.Line($"super(url, {TypeScriptWriter.Literal(hash)}, registry, options);");
                WriteMembers(writer, application, "this.", ";");
                if (scopes.Count > 1)
                {
                    writer.Block("this.modules = {", () =>
                    {
                        foreach (var module in scopes.Skip(1))
                        {
                            writer.Block($"{module.Nickname}: {{", () => WriteMembers(writer, module, "", ","), "},");
                        }
                    }, "};");
                }
            }));
        return writer.ToString();
    }

    /// <summary>Gives the client's class: <c>HelpdeskClient</c>.</summary>
    public static string ClientName(TypeScope application) => Naming.Pascal(application.Contract.Module) + "Client";

    /// <summary>Gives an endpoint's class: <c>TicketEndpoint</c>.</summary>
    public static string EndpointName(TypeScope scope, ContractEndpoint endpoint) => Naming.Pascal(scope.Nickname) + Naming.Pascal(endpoint.Name) + "Endpoint";

    private static void WriteMembers(TypeScriptWriter writer, TypeScope scope, string owner, string end)
    {
        foreach (var endpoint in scope.Contract.CallableEndpoints)
        {
            writer.Line($"{owner}{endpoint.Name}{(owner.Length == 0 ? ":" : " =")} new {EndpointName(scope, endpoint)}(this, {TypeScriptWriter.Literal(scope.WireNameOf(endpoint))}){end}");
        }
    }

    private static void WriteEndpoint(TypeScriptWriter writer, TypeScope scope, ContractEndpoint endpoint) => writer
        .Block($"class {EndpointName(scope, endpoint)} extends PodEndpoint {{", () =>
        {
            foreach (var method in endpoint.ClientMethods)
            {
                WriteMethod(writer, scope, method);
            }
        })
        .Line();

    private static void WriteMethod(TypeScriptWriter writer, TypeScope scope, ContractMethod method)
    {
        var spelling = new TypeSpelling(scope, "models.");
        string Codecs(bool isStream) => string.Join(", ", method.Parameters.Where(parameter => parameter.IsStream == isStream)
            .Select(parameter => $"{parameter.Name}: {spelling.Codec(parameter.Type)}"));
        string Braces(string members) => members.Length == 0 ? "{}" : $"{{ {members} }}";

        var takesArguments = method.Parameters.Count > 0;
        var inputs = method.Kind == EndpointMethodKind.Call ? "" : $", {Braces(Codecs(isStream: true))}";
        var result = method.Returns is null ? "nothing" : spelling.Codec(method.Returns);
        var options = method.IsUnauthenticated ? "{ ...options, isAnonymous: true }" : "options";
        var call = method.Kind switch
        {
            EndpointMethodKind.Call => "call",
            EndpointMethodKind.Stream => "stream",
            _ => "streamingCall",
        };
        writer.Block($"{method.Name}({(takesArguments ? "args, " : "")}options) {{", () => writer.Line(
            $"return this.{call}({TypeScriptWriter.Literal(method.Name)}, {Braces(Codecs(isStream: false))}{inputs}, {(takesArguments ? "args" : "undefined")}, {result}, {options});"));
    }
}
