using System.Text.Json;
using System.Text.Json.Nodes;
using Pod.Generator.Contracts.Comparing;
using Pod.Generator.Contracts.Reading;
using Pod.Generator.Parsing.Syntax;

namespace Pod.Generator.OpenApi;

/// <summary>Writes the schemas of a contract's types.</summary>
internal sealed class SchemaObjects(WireContract contract)
{
    /// <summary>The schema of all exceptions that the models declare.</summary>
    public const string ExceptionName = "PodModelException";

    private const string ClassName = "__className__";

    // Type -> its JSON type and format.
    private static readonly Dictionary<string, (string Type, string? Format)> Scalars = new(StringComparer.Ordinal)
    {
        ["bool"] = ("boolean", null),
        ["short"] = ("integer", "int16"),
        ["int"] = ("integer", "int32"),
        ["long"] = ("integer", "int64"),
        ["float"] = ("number", "float"),
        ["double"] = ("number", "double"),
        ["decimal"] = ("string", "decimal"),
        ["string"] = ("string", null),
        ["DateTime"] = ("string", "date-time"),
        ["DateTimeOffset"] = ("string", "date-time"),
        ["DateOnly"] = ("string", "date"),
        ["TimeOnly"] = ("string", "time-local"),
        ["TimeSpan"] = ("integer", "int64"),
        ["Guid"] = ("string", "uuid"),
        ["byte[]"] = ("string", null),
        ["Uri"] = ("string", "uri"),
        ["BigInteger"] = ("string", null),
        ["SparseVector"] = ("string", null),
        ["Bit"] = ("string", null),
    };

    public bool HasExceptions => Exceptions.Any();

    private IEnumerable<ContractType> Exceptions => contract.Types.Values.Where(static type => type.Kind == ContractTypeKind.Exception && !type.IsSealed);

    public static JsonObject Reference(string name) => new() { ["$ref"] = $"#/components/schemas/{name}" };

    public static JsonObject Object(JsonObject properties, IEnumerable<string> required)
    {
        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (required.Select(static name => (JsonNode)name).ToArray() is { Length: > 0 } names)
        {
            schema["required"] = new JsonArray(names);
        }

        return schema;
    }

    /// <summary>Gives the schema of a type as contracts spell it.</summary>
    public JsonObject Of(string type) => Of(ContractTypeText.Parse(type));

    /// <summary>Adds documentation and default to the schema of a member.</summary>
    public static JsonObject Describe(JsonObject schema, string? documentation, JsonElement? value)
    {
        if (documentation is not null)
        {
            schema["description"] = documentation;
        }

        if (value is { } given)
        {
            schema["default"] = JsonNode.Parse(given.GetRawText());
        }

        return schema;
    }

    /// <summary>Gives the schemas of all types, and of the exceptions as they travel.</summary>
    public JsonObject WriteAll()
    {
        var schemas = new JsonObject();
        foreach (var type in contract.Types.Values.OrderBy(static type => type.Name, StringComparer.Ordinal))
        {
            schemas[type.Name] = Describe(Schema(type), type.Documentation, null);
        }

        if (HasExceptions)
        {
            schemas[ExceptionName] = new JsonObject
            {
                ["description"] = "An exception that the models declare.",
                ["oneOf"] = new JsonArray([.. Exceptions.Select(static type => (JsonNode)Object(
                    new JsonObject { ["className"] = new JsonObject { ["const"] = type.Name }, ["data"] = Reference(type.Name) }, ["className", "data"]))]),
            };
        }

        return schemas;
    }

    private JsonObject Schema(ContractType type) => type.Kind switch
    {
        ContractTypeKind.Custom => [],
        ContractTypeKind.Enum when type.IsByIndex => new JsonObject { ["type"] = "integer", ["enum"] = new JsonArray([.. type.Values.Select(static (_, index) => (JsonNode)index)]) },
        ContractTypeKind.Enum => new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. type.Values.Select(static value => (JsonNode)value)]) },
        _ when type.IsSealed && contract.ChildrenOf(type.Name).ToList() is { Count: > 0 } children => new JsonObject
        {
            ["oneOf"] = new JsonArray([.. children.Select(static child => (JsonNode)Reference(child.Name))]),
        },
        _ => Fields(type),
    };

    private JsonObject Fields(ContractType type)
    {
        var properties = new JsonObject();
        var required = type.Fields.Where(static field => !field.IsOptional).Select(static field => field.JsonKey).ToList();
        if (type.Kind == ContractTypeKind.Class && (type.Extends is not null || contract.ChildrenOf(type.Name).Any()))
        {
            // What extends a type says so with its own name; objects of the type itself may leave theirs out.
            properties[ClassName] = type.Extends is null ? new JsonObject { ["type"] = "string" } : new JsonObject { ["const"] = type.Name };
            if (type.Extends is not null)
            {
                required.Insert(0, ClassName);
            }
        }

        foreach (var field in type.Fields)
        {
            properties[field.JsonKey] = Describe(Of(field.Type), field.Documentation, field.Default);
        }

        return Object(properties, required);
    }

    private JsonObject Of(TypeSyntax type)
    {
        if (type.Name == "dynamic")
        {
            return [];
        }

        var schema = WithoutNull(type);
        if (!type.IsNullable || schema.Count == 0)
        {
            return schema;
        }

        if (schema["type"] is JsonValue single)
        {
            schema["type"] = new JsonArray(single.GetValue<string>(), "null");
            return schema;
        }

        return new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
    }

    private JsonObject WithoutNull(TypeSyntax type) => type switch
    {
        { ElementNames: { } names } => Record(type, names),
        { Name: "List" } => Array(type.Arguments[0]),
        { Name: "Set" } => With(Array(type.Arguments[0]), "uniqueItems", true),
        { Name: "Map" } when type.Arguments[0] is { Name: "string", IsNullable: false } => new JsonObject { ["type"] = "object", ["additionalProperties"] = Of(type.Arguments[1]) },
        { Name: "Map" } => new JsonObject
        {
            ["type"] = "array",
            ["items"] = Object(new JsonObject { ["k"] = Of(type.Arguments[0]), ["v"] = Of(type.Arguments[1]) }, ["k", "v"]),
        },
        { Name: "Vector" or "HalfVector" } => new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "number" } },
        _ when Scalars.TryGetValue(type.Name, out var scalar) => Scalar(scalar.Type, scalar.Format),
        _ => Reference(type.Name),
    };

    private JsonObject Array(TypeSyntax item) => new() { ["type"] = "array", ["items"] = Of(item) };

    private JsonObject Record(TypeSyntax type, IReadOnlyList<string> names)
    {
        var elements = type.Arguments.Zip(names, (element, name) => (Schema: Of(element), Name: name)).ToLookup(static element => element.Name.Length > 0);
        var properties = new JsonObject();
        if (elements[false].Any())
        {
            properties["p"] = new JsonObject { ["type"] = "array", ["prefixItems"] = new JsonArray([.. elements[false].Select(static element => (JsonNode)element.Schema)]) };
        }

        if (elements[true].Any())
        {
            properties["n"] = Object(new JsonObject(elements[true].Select(static element => KeyValuePair.Create(element.Name, (JsonNode?)element.Schema))), []);
        }

        return Object(properties, properties.Select(static property => property.Key).ToList());
    }

    private static JsonObject Scalar(string type, string? format)
    {
        var schema = new JsonObject { ["type"] = type };
        return format is null ? schema : With(schema, "format", format);
    }

    private static JsonObject With(JsonObject schema, string name, JsonNode value)
    {
        schema[name] = value;
        return schema;
    }
}
