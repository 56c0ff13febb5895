using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pod.Generator.Contracts;
using Pod.Generator.Contracts.Comparing;
using Pod.Generator.Contracts.Reading;
using Pod.Generator.Model.Endpoints;

namespace Pod.Generator.OpenApi;

/// <summary>Writes the OpenAPI 3.1 document of a contract: all calls; streams have no form there.</summary>
internal static class OpenApiWriter
{
    private const string Json = "application/json";
    private const string Text = "text/plain";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(string contract)
    {
        var application = ContractReader.Read(contract);
        var wire = new WireContract(application);
        var schemas = new SchemaObjects(wire);
        var paths = new JsonObject();
        foreach (var (name, method) in wire.Methods.OrderBy(static method => method.Key, StringComparer.Ordinal).Where(static method => method.Value.Kind == EndpointMethodKind.Call))
        {
            paths["/" + name] = new JsonObject { ["post"] = Operation(name, method, schemas) };
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = application.Module, ["version"] = ContractHash.Of(contract) },
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas.WriteAll(),
                ["securitySchemes"] = new JsonObject { ["bearer"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer" } },
            },
        }.ToJsonString(Indented).ReplaceLineEndings("\n");
    }

    private static JsonObject Operation(string name, ContractMethod method, SchemaObjects schemas)
    {
        var operation = new JsonObject
        {
            ["operationId"] = name.Replace('/', '.'),
            ["tags"] = new JsonArray(name.Split('/')[0]),
            ["requestBody"] = new JsonObject
            {
                ["required"] = method.Parameters.Any(static parameter => !parameter.IsOptional),
                ["content"] = new JsonObject { [Json] = new JsonObject { ["schema"] = Arguments(method, schemas) } },
            },
            ["responses"] = Responses(method, schemas),
        };
        if (Description(method) is { Length: > 0 } description)
        {
            operation["description"] = description;
        }

        if (method.Obsolete is not null)
        {
            operation["deprecated"] = true;
        }

        if (DemandsLogin(method.Access))
        {
            operation["security"] = new JsonArray(new JsonObject { ["bearer"] = new JsonArray() });
        }

        return operation;
    }

    private static JsonObject Arguments(ContractMethod method, SchemaObjects schemas)
    {
        var properties = new JsonObject();
        foreach (var parameter in method.Parameters)
        {
            properties[parameter.Name] = SchemaObjects.Describe(schemas.Of(parameter.Type), parameter.Documentation, parameter.Default);
        }

        return SchemaObjects.Object(properties, method.Parameters.Where(static parameter => !parameter.IsOptional).Select(static parameter => parameter.Name));
    }

    private static JsonObject Responses(ContractMethod method, SchemaObjects schemas)
    {
        var success = method.IsRaw ? Raw(method.Returns)
            : new JsonObject { [Json] = new JsonObject { ["schema"] = method.Returns is null ? new JsonObject { ["type"] = "null" } : schemas.Of(method.Returns) } };
        var refused = new JsonObject { [Text] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } } };
        if (schemas.HasExceptions)
        {
            refused[Json] = new JsonObject { ["schema"] = SchemaObjects.Reference(SchemaObjects.ExceptionName) };
        }

        var responses = new JsonObject
        {
            ["200"] = new JsonObject { ["description"] = "The result.", ["content"] = success },
            ["400"] = new JsonObject { ["description"] = "A wrong argument, or an exception that the models declare.", ["content"] = refused },
        };
        if (DemandsLogin(method.Access))
        {
            responses["401"] = new JsonObject { ["description"] = "The caller is not signed in." };
        }

        if (method.Access is { AllowsAnonymous: false, Scopes: null or { Count: > 0 } })
        {
            responses["403"] = new JsonObject { ["description"] = "The caller lacks a scope." };
        }

        responses["500"] = new JsonObject { ["description"] = "The method failed." };
        return responses;
    }

    private static JsonObject Raw(string? type)
    {
        var content = type?.TrimEnd('?') switch
        {
            "string" => new JsonObject { [Text] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } } },
            "byte[]" => new JsonObject { ["application/octet-stream"] = new JsonObject() },
            _ => new JsonObject { ["*/*"] = new JsonObject() },
        };
        if (type?.EndsWith('?') == true)
        {
            content[Json] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "null" } };
        }

        return content;
    }

    private static string Description(ContractMethod method)
    {
        IEnumerable<string?> sentences =
        [
            method.Documentation,
            method.Obsolete is null ? null : $"Obsolete: {method.Obsolete}",
            !method.Access.AllowsAnonymous && method.Access.Scopes is { Count: > 0 } scopes ? $"Needs the scopes {string.Join(", ", scopes.Select(static scope => $"`{scope}`"))}." : null,
        ];
        return string.Join("\n\n", sentences.OfType<string>());
    }

    private static bool DemandsLogin(ContractAccess access) => !access.AllowsAnonymous && (access.RequiresLogin != false || access.Scopes is not { Count: 0 });
}
