using System.Text.Json;
using Pod.Generator.Contracts.Reading;

namespace Pod.Generator.TypeScript;

/// <summary>Writes enums, exception classes and codecs of models.</summary>
internal static class ModelCodeWriter
{
    public static string Write(IReadOnlyList<TypeScope> scopes)
    {
        var writer = new TypeScriptWriter();
        writer.Line("import { ModelRegistry, PodModelError, codecs, dynamic, model } from './runtime/index.js';")
            .Line()
            .Line("export const registry = new ModelRegistry();")
            .Line("export const dynamicValue = dynamic(registry);")
            .Line();
        foreach (var scope in scopes)
        {
            // A class has to stand behind the one that it extends.
            foreach (var type in scope.ModelTypes.OrderBy(type => Depth(scope, type)).ThenBy(static type => type.Name, StringComparer.Ordinal))
            {
                Write(writer, scope, type);
                writer.Line();
            }
        }

        return writer.ToString();
    }

    private static int Depth(TypeScope scope, ContractType type) =>
        type.Extends is { } parent && scope.Contract.Types.TryGetValue(parent, out var found) ? Depth(scope, found) + 1 : 0;

    private static void Write(TypeScriptWriter writer, TypeScope scope, ContractType type)
    {
        if (type.Kind == ContractTypeKind.Enum)
        {
            WriteEnum(writer, scope, type);
            return;
        }

        if (type.Kind == ContractTypeKind.Exception)
        {
            WriteException(writer, scope, type);
        }

        WriteCodec(writer, scope, type);
    }

    private static void WriteEnum(TypeScriptWriter writer, TypeScope scope, ContractType type)
    {
        var name = scope.NameOf(type.Name);
        var members = type.Values.Select((value, index) => $"{value}: {TypeSpelling.Value(type, index)}");
        writer.Line($"export const {name} = Object.freeze({{ {string.Join(", ", members)} }});");
        if (type.Properties.Count > 0)
        {
            writer.Block($"export const {name}Properties = Object.freeze({{", () =>
            {
                for (var index = 0; index < type.Values.Count; index++)
                {
                    var properties = type.Properties.Select(property => $"{property.Name}: {property.Values[index].GetRawText()}");
                    writer.Line($"{TypeSpelling.Value(type, index)}: Object.freeze({{ {string.Join(", ", properties)} }}),");
                }
            }, "});");
        }

        var fallback = type.Default is { } word ? $", {name}.{word}" : "";
        writer.Line($"export const {TypeSpelling.CodecName(scope, type)} = registry.add(codecs.enumeration({TypeScriptWriter.Literal(scope.WireNameOf(type.Name))}, Object.values({name}){fallback}));");
    }

    private static void WriteException(TypeScriptWriter writer, TypeScope scope, ContractType type)
    {
        var name = scope.NameOf(type.Name);
        writer.Block($"export class {name} extends {(type.Extends is { } parent ? scope.NameOf(parent) : "PodModelError")} {{", () =>
        {
            writer.Line($"static wireName = {TypeScriptWriter.Literal(scope.WireNameOf(type.Name))};");
            writer.Block("constructor(members) {", () =>
            {
                if (type.Extends is not null)
                {
                    writer.Line("super(members);");
                }
                else
                {
                    writer.Line($"super(members.message ?? {TypeScriptWriter.Literal(type.Name)});");
                }

                foreach (var field in type.Fields.Where(static field => field.Name != "message"))
                {
                    writer.Line($"this.{field.Name} = members.{field.Name} ?? {(field.Default is { } value ? Default(scope, field, value) : "null")};");
                }
            });
        });
    }

    private static void WriteCodec(TypeScriptWriter writer, TypeScope scope, ContractType type)
    {
        var spelling = new TypeSpelling(scope);
        var subtypes = scope.Descendants(type).Where(static descendant => !descendant.IsSealed).Select(descendant => TypeScriptWriter.Literal(scope.WireNameOf(descendant.Name))).ToList();
        writer.Block($"export const {TypeSpelling.CodecName(scope, type)} = model({TypeScriptWriter.Literal(scope.WireNameOf(type.Name))}, () => [", () =>
        {
            foreach (var field in type.Fields)
            {
                var fallback = field.Default is { } value ? $", () => {Default(scope, field, value)}" : "";
                writer.Line($"[{TypeScriptWriter.Literal(field.Name)}, {TypeScriptWriter.Literal(field.JsonKey)}, {spelling.Codec(field.Type)}{fallback}],");
            }
        }, $"], {{ registry{Options(scope, type, subtypes)} }});");
    }

    private static string Options(TypeScope scope, ContractType type, List<string> subtypes) => string.Concat(
        subtypes.Count > 0 ? $", subtypes: [{string.Join(", ", subtypes)}]" : "",
        scope.IsTagged(type) ? ", isTagged: true" : "",
        type.IsSealed ? ", isAbstract: true" : "",
        type.Kind == ContractTypeKind.Exception && !type.IsSealed ? $", create: (members) => new {scope.NameOf(type.Name)}(members)" : "");

    // Defaults stand in the contract as they would on the wire, but for those that are made anew each time.
    private static string Default(TypeScope scope, ContractField field, JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : null;
        var type = field.Type.TrimEnd('?');
        return (type, text) switch
        {
            ("DateTime" or "DateTimeOffset", "now") => "new Date()",
            ("DateOnly", "now") => "new Date().toISOString().slice(0, 10)",
            ("TimeOnly", "now") => "new Date().toISOString().slice(11, 23)",
            ("Guid", "random" or "random_v7") => "globalThis.crypto.randomUUID()",
            _ => $"{new TypeSpelling(scope).Codec(type)}.read({(scope.Find(type) is ({ } owner, { Kind: ContractTypeKind.Enum } found) ? $"{owner.NameOf(found.Name)}.{text}" : value.GetRawText())}, '$')",
        };
    }
}
