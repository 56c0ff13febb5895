using Pod.Generator.Contracts.Reading;

namespace Pod.Generator.TypeScript;

/// <summary>
/// Writes the types of models. A class has two: what the server sends, in which every member is there, and what clients send, in which members that may be
/// null or have a default can be left out.
/// </summary>
internal static class ModelTypeWriter
{
    public static string Write(IReadOnlyList<TypeScope> scopes)
    {
        var writer = new TypeScriptWriter();
        writer.Line("import type { DynamicValue } from './runtime/index.js';").Line("import { PodModelError } from './runtime/index.js';").Line();
        foreach (var scope in scopes)
        {
            foreach (var type in scope.ModelTypes)
            {
                Write(writer, scope, type);
                writer.Line();
            }
        }

        return writer.Line("export type { DynamicValue };").ToString();
    }

    private static void Write(TypeScriptWriter writer, TypeScope scope, ContractType type)
    {
        switch (type.Kind)
        {
            case ContractTypeKind.Enum:
                WriteEnum(writer, scope, type);
                break;
            case ContractTypeKind.Exception:
                WriteException(writer, scope, type);
                break;
            default:
                WriteClass(writer, scope, type, isSent: false);
                WriteClass(writer, scope, type, isSent: true);
                break;
        }
    }

    private static void WriteEnum(TypeScriptWriter writer, TypeScope scope, ContractType type)
    {
        var name = scope.NameOf(type.Name);
        writer.Doc(type.Documentation)
            .Line($"export type {name} = {string.Join(" | ", type.Values.Select((_, index) => TypeSpelling.Value(type, index)))};")
            .Block($"export declare const {name}: {{", () =>
            {
                for (var index = 0; index < type.Values.Count; index++)
                {
                    writer.Line($"readonly {type.Values[index]}: {TypeSpelling.Value(type, index)};");
                }
            }, "};");
        if (type.Properties.Count > 0)
        {
            var spelling = new TypeSpelling(scope);
            writer.Doc($"What each {name} knows.")
                .Block($"export declare const {name}Properties: Readonly<Record<{name}, {{", () =>
                {
                    foreach (var property in type.Properties)
                    {
                        writer.Line($"readonly {property.Name}: {spelling.Type(property.Type, isSent: false)};");
                    }
                }, "}>>;");
        }
    }

    private static void WriteClass(TypeScriptWriter writer, TypeScope scope, ContractType type, bool isSent)
    {
        var tail = isSent ? "Input" : "";
        var name = scope.NameOf(type.Name);
        var descendants = scope.Descendants(type).Where(static descendant => !descendant.IsSealed).ToList();
        writer.Doc(type.Documentation);
        if (descendants.Count == 0)
        {
            WriteInterface(writer, scope, type, name + tail, isSent);
            return;
        }

        var kinds = descendants.Select(descendant => scope.NameOf(descendant.Name) + Exact(scope, descendant) + tail).ToList();
        if (type.IsSealed)
        {
            writer.Line($"export type {name}{tail} = {string.Join(" | ", kinds.Distinct())};");
        }
        else
        {
            writer.Line($"export type {name}{tail} = {string.Join(" | ", kinds.Prepend($"{name}Itself{tail}"))};")
                .Doc($"An object that is just a {name}, of no more special kind.");
            WriteInterface(writer, scope, type, $"{name}Itself{tail}", isSent);
        }
    }

    // A class that others extend is a union; the object of just that class is one of its members.
    private static string Exact(TypeScope scope, ContractType type) => scope.Descendants(type).Any() ? "Itself" : "";

    private static void WriteInterface(TypeScriptWriter writer, TypeScope scope, ContractType type, string name, bool isSent) =>
        writer.Block($"export interface {name} {{", () =>
        {
            if (scope.IsTagged(type))
            {
                writer.Line($"{(isSent && type.Extends is null ? "__className__?" : "__className__")}: {TypeScriptWriter.Literal(scope.WireNameOf(type.Name))};");
            }

            WriteFields(writer, scope, type.Fields, isSent);
        });

    private static void WriteFields(TypeScriptWriter writer, TypeScope scope, IReadOnlyList<ContractField> fields, bool isSent)
    {
        var spelling = new TypeSpelling(scope);
        foreach (var field in fields)
        {
            var isOptional = isSent && field.IsOptional;
            writer.Doc(field.Documentation).Line($"{field.Name}{(isOptional ? "?" : "")}: {spelling.Type(field.Type, isSent)};");
        }
    }

    private static void WriteException(TypeScriptWriter writer, TypeScope scope, ContractType type)
    {
        var name = scope.NameOf(type.Name);
        var parent = type.Extends is { } extended ? scope.NameOf(extended) : "PodModelError";
        var inherited = type.Extends is { } base_ && scope.Contract.Types.TryGetValue(base_, out var found) ? found.Fields.Select(static field => field.Name).ToHashSet() : [];
        writer.Doc(type.Documentation)
            .Block($"export declare {(type.IsSealed ? "abstract " : "")}class {name} extends {parent} {{", () =>
            {
                writer.Line($"constructor(members: {name}Members);");

                // Every error has a message; a field of that name is the same thing, never null.
                WriteFields(writer, scope, [.. type.Fields.Where(field => field.Name != "message" && !inherited.Contains(field.Name))], isSent: false);
            })
            .Block($"export interface {name}Members {{", () => WriteFields(writer, scope, type.Fields, isSent: true));
    }
}
