using Pod.Generator.Contracts.Reading;
using Pod.Generator.Model.Endpoints;

namespace Pod.Generator.TypeScript;

/// <summary>Writes the types of the client and its endpoints, with their documentation and who may call.</summary>
internal static class ClientTypeWriter
{
    public static string Write(IReadOnlyList<TypeScope> scopes)
    {
        var application = scopes[0];
        var writer = new TypeScriptWriter();
        var names = scopes.SelectMany(static scope => scope.ModelTypes.Where(static type => type.Kind != ContractTypeKind.Exception)
                .SelectMany(type => type.Kind == ContractTypeKind.Enum ? [scope.NameOf(type.Name)] : new[] { scope.NameOf(type.Name), scope.NameOf(type.Name) + "Input" }))
            .Concat(scopes.SelectMany(static scope => scope.ModelTypes.Where(static type => type.Kind == ContractTypeKind.Exception).Select(type => scope.NameOf(type.Name))));
        writer.Line("import { PodClient } from './runtime/index.js';")
            .Line("import type { CallOptions, DynamicValue, PodClientOptions } from './runtime/index.js';")
            .Line($"import type {{ {string.Join(", ", names.Order(StringComparer.Ordinal))} }} from './models.js';")
            .Line();
        foreach (var scope in scopes)
        {
            foreach (var endpoint in scope.Contract.CallableEndpoints)
            {
                WriteEndpoint(writer, scope, endpoint);
            }
        }

        writer.Doc("Calls the server. One instance serves the whole application.")
            .Block($"export declare class {ClientCodeWriter.ClientName(application)} extends PodClient {{", () =>
            {
                writer.Doc("Makes a client; it connects when it is used.", "@param url the server's address, http or https")
                    .Line("constructor(url: string | URL, options?: PodClientOptions);");
                WriteMembers(writer, application);
                if (scopes.Count > 1)
                {
                    writer.Doc("The endpoints of the modules.").Block("readonly modules: {", () =>
                    {
                        foreach (var module in scopes.Skip(1))
                        {
                            writer.Block($"readonly {module.Nickname}: {{", () => WriteMembers(writer, module), "};");
                        }
                    }, "};");
                }
            });
        return writer.ToString();
    }

    private static void WriteMembers(TypeScriptWriter writer, TypeScope scope)
    {
        foreach (var endpoint in scope.Contract.CallableEndpoints)
        {
            writer.Doc(endpoint.Documentation, Deprecated(endpoint.Obsolete)).Line($"readonly {endpoint.Name}: {ClientCodeWriter.EndpointName(scope, endpoint)};");
        }
    }

    private static void WriteEndpoint(TypeScriptWriter writer, TypeScope scope, ContractEndpoint endpoint) => writer
        .Doc(endpoint.Documentation, Deprecated(endpoint.Obsolete))
        .Block($"export interface {ClientCodeWriter.EndpointName(scope, endpoint)} {{", () =>
        {
            foreach (var method in endpoint.ClientMethods)
            {
                WriteMethod(writer, scope, method);
            }
        })
        .Line();

    private static void WriteMethod(TypeScriptWriter writer, TypeScope scope, ContractMethod method)
    {
        var spelling = new TypeSpelling(scope);
        var result = method.Returns is null ? "void" : spelling.Type(method.Returns, isSent: false);
        writer.Doc([
                method.Documentation,
                .. method.Parameters.Where(static parameter => parameter.Documentation is not null).Select(static parameter => $"@param args.{parameter.Name} {parameter.Documentation}"),
                AccessText(method.Access),
                Deprecated(method.Obsolete),
            ])
            .Line($"{method.Name}({Arguments(spelling, method)}options?: CallOptions): {(method.Kind == EndpointMethodKind.Stream ? "AsyncIterable" : "Promise")}<{result}>;");
    }

    private static string Arguments(TypeSpelling spelling, ContractMethod method)
    {
        if (method.Parameters.Count == 0)
        {
            return "";
        }

        var members = method.Parameters.Select(parameter =>
        {
            var type = spelling.Type(parameter.Type, isSent: true);
            return $"{parameter.Name}{(parameter.IsOptional ? "?" : "")}: {(parameter.IsStream ? $"AsyncIterable<{type}>" : type)}";
        });
        return $"args{(method.Parameters.All(static parameter => parameter.IsOptional) ? "?" : "")}: {{ {string.Join("; ", members)} }}, ";
    }

    private static string? AccessText(ContractAccess access) => access switch
    {
        { Scopes: { Count: > 0 } scopes } => $"Callers need {string.Join(" and ", scopes.Select(static scope => $"'{scope}'"))}.",
        { RequiresLogin: true } => "Callers have to be signed in.",
        _ => null,
    };

    private static string? Deprecated(string? reason) => reason is null ? null : $"@deprecated {reason}";
}
