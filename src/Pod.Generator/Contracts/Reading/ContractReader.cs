using System.Text.Json;
using Pod.Generator.Model.Endpoints;

namespace Pod.Generator.Contracts.Reading;

/// <summary>Reads <c>pod.contract.json</c>.</summary>
public static class ContractReader
{
    private const string StreamPrefix = "Stream<";

    /// <summary>Reads a contract.</summary>
    /// <param name="text">The file's text.</param>
    /// <exception cref="FormatException">The text is no contract, or one of a newer version of Pod.</exception>
    public static Contract Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            using var document = JsonDocument.Parse(text);
            return ReadContract(document.RootElement.Clone());
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"This is no contract: {exception.Message}", exception);
        }
    }

    private static Contract ReadContract(JsonElement root) => root.GetProperty("format").GetInt32() > ContractWriter.Format
        ? throw new FormatException("The contract was written by a newer version of Pod. Update the tool to that version.")
        : new Contract(
            root.GetProperty("module").GetString()!,
            [.. root.GetProperty("endpoints").EnumerateObject().Select(ReadEndpoint)],
            root.GetProperty("types").EnumerateObject().ToDictionary(static type => type.Name, ReadType, StringComparer.Ordinal),
            Members(root, "modules").ToDictionary(static module => module.Name, static module => ReadContract(module.Value), StringComparer.Ordinal));

    private static ContractEndpoint ReadEndpoint(JsonProperty endpoint)
    {
        var access = ReadAccess(endpoint.Value);
        return new ContractEndpoint(endpoint.Name, [.. endpoint.Value.GetProperty("methods").EnumerateObject().Select(method => ReadMethod(method, access))])
        {
            Documentation = Text(endpoint.Value, "doc"),
            Obsolete = Text(endpoint.Value, "obsolete"),
            IsAbstract = IsTrue(endpoint.Value, "abstract"),
            Access = access,
        };
    }

    private static ContractMethod ReadMethod(JsonProperty method, ContractAccess access)
    {
        var kind = method.Value.GetProperty("kind").GetString() switch
        {
            "call" => EndpointMethodKind.Call,
            "stream" => EndpointMethodKind.Stream,
            "streamingCall" => EndpointMethodKind.StreamingCall,
            var other => throw new FormatException($"The method '{method.Name}' has the unknown kind '{other}'."),
        };
        return new ContractMethod(
            method.Name,
            kind,
            [.. method.Value.GetProperty("parameters").EnumerateArray().Select(ReadParameter)],
            Text(method.Value, "returns") is { } returns ? ItemOf(returns).Type : null)
        {
            Documentation = Text(method.Value, "doc"),
            Obsolete = Text(method.Value, "obsolete"),
            Access = access.With(ReadAccess(method.Value)),
            IsUnauthenticated = IsTrue(method.Value, "unauthenticated"),
            IsRaw = IsTrue(method.Value, "raw"),
            IsRepeatable = IsTrue(method.Value, "idempotent") || IsTrue(method.Value, "readOnly"),
        };
    }

    private static ContractParameter ReadParameter(JsonElement parameter)
    {
        var (type, isStream) = ItemOf(Text(parameter, "type")!);
        return new ContractParameter(Text(parameter, "name")!, type, isStream, Member(parameter, "default")) { Documentation = Text(parameter, "doc") };
    }

    private static ContractAccess ReadAccess(JsonElement element) => new(
        Member(element, "requireLogin") switch
        {
            { ValueKind: JsonValueKind.String } => null,
            var value => value?.GetBoolean() ?? false,
        },
        Member(element, "requiredScopes") switch
        {
            { ValueKind: JsonValueKind.String } => null,
            var value => [.. value?.EnumerateArray().Select(static scope => scope.GetString()!) ?? []],
        })
    {
        AllowsAnonymous = IsTrue(element, "allowAnonymous"),
    };

    private static ContractType ReadType(JsonProperty type)
    {
        var kind = Text(type.Value, "kind") switch
        {
            "class" => ContractTypeKind.Class,
            "exception" => ContractTypeKind.Exception,
            "enum" => ContractTypeKind.Enum,
            "custom" => ContractTypeKind.Custom,
            var other => throw new FormatException($"The type '{type.Name}' has the unknown kind '{other}'."),
        };
        return new ContractType(type.Name, kind)
        {
            Documentation = Text(type.Value, "doc"),
            Extends = Text(type.Value, "extends"),
            IsSealed = IsTrue(type.Value, "sealed"),
            Fields = [.. Items(type.Value, "fields").Select(static field => new ContractField(
                Text(field, "name")!, Text(field, "json")!, Text(field, "type")!, Member(field, "default")) { Documentation = Text(field, "doc") })],
            Values = [.. Items(type.Value, "values").Select(static value => value.GetString()!)],
            IsByIndex = Text(type.Value, "serialized") == "byIndex",
            Default = Text(type.Value, "default"),
            Properties = [.. Members(type.Value, "properties").Select(static property => new ContractEnumProperty(
                property.Name, Text(property.Value, "type")!, [.. property.Value.GetProperty("values").EnumerateArray()]))],
        };
    }

    private static (string Type, bool IsStream) ItemOf(string type) =>
        type.StartsWith(StreamPrefix, StringComparison.Ordinal) ? (type[StreamPrefix.Length..^1], true) : (type, false);

    private static JsonElement? Member(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement element, string name) => Member(element, name)?.GetString();

    private static bool IsTrue(JsonElement element, string name) => Member(element, name) is { ValueKind: JsonValueKind.True };

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) => Member(element, name)?.EnumerateArray() ?? Enumerable.Empty<JsonElement>();

    private static IEnumerable<JsonProperty> Members(JsonElement element, string name) => Member(element, name)?.EnumerateObject() ?? Enumerable.Empty<JsonProperty>();
}
