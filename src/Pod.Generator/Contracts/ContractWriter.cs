using System.Text;
using System.Text.Json;
using Pod.Generator.Model;
using Pod.Generator.Model.Endpoints;
using Pod.Schema;

namespace Pod.Generator.Contracts;

/// <summary>Writes <c>pod.contract.json</c>: what clients can call and what they see, as text that reads well in a diff.</summary>
public static class ContractWriter
{
    /// <summary>The file, relative to the server project.</summary>
    public const string FileName = "pod.contract.json";

    internal const int Format = 1;

    internal static GeneratedFile Write(GenerationInput input, ProjectDefinition project)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, SchemaJsonWriter.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteNumber("format", Format);
            json.WriteString("module", input.Module);
            json.WriteStartObject("endpoints");
            foreach (var endpoint in project.Endpoints)
            {
                WriteEndpoint(json, endpoint);
            }

            json.WriteEndObject();
            json.WriteStartObject("types");
            foreach (var model in project.Models.Where(static model => !model.IsServerOnly))
            {
                WriteType(json, model);
            }

            foreach (var name in CustomTypesOf(project))
            {
                json.WriteStartObject(name);
                json.WriteString("kind", "custom");
                json.WriteEndObject();
            }

            json.WriteEndObject();
            WriteModules(json, input);
            json.WriteEndObject();
        }

        return new GeneratedFile(GenerationTarget.Server, FileName, Encoding.UTF8.GetString(stream.ToArray()) + "\n");
    }

    private static IEnumerable<string> CustomTypesOf(ProjectDefinition project) => project.Models.OfType<ObjectDefinition>()
        .Where(static model => !model.IsServerOnly)
        .SelectMany(static model => model.Fields.Where(static field => field.IsVisible).Select(static field => field.Type))
        .Concat(project.Endpoints.SelectMany(static endpoint => endpoint.Types))
        .SelectMany(static type => type.SelfAndArguments())
        .Where(static type => type.Kind == TypeKind.Custom)
        .Select(static type => type.Name)
        .Distinct()
        .Order(StringComparer.Ordinal);

    // Each with its own contract, whose types are named as in the module itself.
    private static void WriteModules(Utf8JsonWriter json, GenerationInput input)
    {
        if (input.Modules.Count == 0)
        {
            return;
        }

        json.WriteStartObject("modules");
        foreach (var module in input.Modules)
        {
            json.WritePropertyName(module.Definition.Nickname);
            using var contract = JsonDocument.Parse(module.Contract);
            contract.RootElement.WriteTo(json);
        }

        json.WriteEndObject();
    }

    private static void WriteEndpoint(Utf8JsonWriter json, EndpointDefinition endpoint)
    {
        json.WriteStartObject(endpoint.Name);
        WriteDocumentation(json, endpoint.Documentation);
        WriteTrue(json, "abstract", endpoint.IsAbstract);
        WriteText(json, "extends", endpoint.Base is { } inherited ? EndpointDefinition.NameOf(inherited.WireName) : null);
        WriteText(json, "obsolete", endpoint.Obsolete);
        AccessWriter.WriteClass(json, endpoint.Access);
        json.WriteStartObject("methods");
        foreach (var method in endpoint.Methods.OrderBy(static method => method.WireName, StringComparer.Ordinal))
        {
            json.WriteStartObject(method.WireName);
            WriteDocumentation(json, method.Documentation);
            json.WriteString("kind", method.Kind switch
            {
                EndpointMethodKind.Call => "call",
                EndpointMethodKind.Stream => "stream",
                _ => "streamingCall",
            });
            json.WriteStartArray("parameters");
            foreach (var parameter in method.Parameters)
            {
                WriteParameter(json, parameter);
            }

            json.WriteEndArray();
            json.WriteString("returns", Returns(method));
            WriteTrue(json, "raw", method.IsSentAsRaw);
            AccessWriter.WriteMethod(json, method.Access);
            WriteTrue(json, "unauthenticated", method.IsUnauthenticated);
            WriteTrue(json, "idempotent", method.IsIdempotent);
            WriteTrue(json, "readOnly", method.IsReadOnly);
            WriteText(json, "obsolete", method.Obsolete);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string? Returns(EndpointMethodDefinition method) =>
        method.Kind == EndpointMethodKind.Stream ? $"Stream<{method.Result}>" : method.Result?.ToString();

    private static void WriteParameter(Utf8JsonWriter json, ParameterDefinition parameter)
    {
        json.WriteStartObject();
        json.WriteString("name", parameter.WireName);
        json.WriteString("type", parameter.IsStream ? $"Stream<{parameter.Type}>" : parameter.Type.ToString());
        if (parameter.Default is not null)
        {
            json.WritePropertyName("default");
            json.WriteRawValue(parameter.Default.Json);
        }

        WriteDocumentation(json, parameter.Documentation);
        json.WriteEndObject();
    }

    private static void WriteType(Utf8JsonWriter json, ModelDefinition model)
    {
        json.WriteStartObject(model.Name);
        WriteDocumentation(json, model.Documentation);
        switch (model)
        {
            case EnumDefinition definition:
                json.WriteString("kind", "enum");
                json.WriteString("serialized", definition.IsByIndex ? "byIndex" : "byName");
                json.WriteString("default", definition.Default);
                json.WriteStartArray("values");
                foreach (var value in definition.Values)
                {
                    json.WriteStringValue(value.Name);
                }

                json.WriteEndArray();
                WriteProperties(json, definition);
                break;
            case ObjectDefinition definition:
                json.WriteString("kind", definition is ExceptionDefinition ? "exception" : "class");
                json.WriteString("extends", definition.Extends);
                json.WriteBoolean("sealed", definition.IsSealed);
                json.WriteBoolean("immutable", definition.IsImmutable);
                json.WriteStartArray("fields");
                foreach (var field in definition.Fields.Where(static field => field.IsVisible))
                {
                    WriteField(json, field);
                }

                json.WriteEndArray();
                break;
        }

        json.WriteEndObject();
    }

    // A list per property, in the order of the values.
    private static void WriteProperties(Utf8JsonWriter json, EnumDefinition definition)
    {
        if (definition.Properties.Count == 0)
        {
            return;
        }

        json.WriteStartObject("properties");
        foreach (var (property, index) in definition.Properties.Select(static (property, index) => (property, index)))
        {
            json.WriteStartObject(property.Name);
            json.WriteString("type", property.Type.ToString());
            json.WriteStartArray("values");
            foreach (var value in definition.Values.Select(value => value.Properties[index]))
            {
                if (value is null || property.Type.Kind == TypeKind.String)
                {
                    json.WriteStringValue(value);
                }
                else
                {
                    json.WriteRawValue(value);
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter json, FieldDefinition field)
    {
        json.WriteStartObject();
        json.WriteString("name", field.Name);
        json.WriteString("json", field.JsonKey);

        // Clients may leave a table's id out: the row is not stored yet.
        json.WriteString("type", field is { IsId: true, IsStored: true } ? field.Type.WithNullable(true).ToString() : field.Type.ToString());
        if (field.ModelDefault is { } value)
        {
            json.WritePropertyName("default");
            WriteDefault(json, value, field.Type.Kind);
        }

        WriteDocumentation(json, field.Documentation);
        json.WriteEndObject();
    }

    private static void WriteDefault(Utf8JsonWriter json, DefaultValue value, TypeKind kind)
    {
        var isNumberOrBoolean = kind is TypeKind.Boolean or TypeKind.Int16 or TypeKind.Int32 or TypeKind.Int64 or TypeKind.Single or TypeKind.Double or TypeKind.TimeSpan;
        if (isNumberOrBoolean)
        {
            json.WriteRawValue(value.Text);
        }
        else
        {
            json.WriteStringValue(value.Text);
        }
    }

    private static void WriteDocumentation(Utf8JsonWriter json, string? documentation) => WriteText(json, "doc", documentation);

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    // What is not so goes without saying.
    private static void WriteTrue(Utf8JsonWriter json, string name, bool value)
    {
        if (value)
        {
            json.WriteBoolean(name, value);
        }
    }
}
