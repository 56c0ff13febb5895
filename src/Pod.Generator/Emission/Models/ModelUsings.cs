using Pod.Generator.Model;

namespace Pod.Generator.Emission.Models;

/// <summary>The using directives that a model's file needs.</summary>
internal static class ModelUsings
{
    private static readonly TypeKind[] SystemTypes =
        [TypeKind.DateTime, TypeKind.DateTimeOffset, TypeKind.DateOnly, TypeKind.TimeOnly, TypeKind.TimeSpan, TypeKind.Guid, TypeKind.Uri, TypeKind.Record];

    public static IEnumerable<string> Of(IReadOnlyCollection<FieldDefinition> fields, bool hasTable, EmissionTarget target)
    {
        var types = fields.SelectMany(static field => field.Type.SelfAndArguments()).ToList();
        var kinds = types.Select(static type => type.Kind).ToHashSet();
        yield return "System.CodeDom.Compiler";
        yield return "System.Text.Json";
        yield return "Pod.Protocol";
        if (hasTable || SystemTypes.Any(kinds.Contains))
        {
            yield return "System";
        }

        if (kinds.Contains(TypeKind.List) || kinds.Contains(TypeKind.Set) || kinds.Contains(TypeKind.Map))
        {
            yield return "System.Collections.Generic";
        }

        foreach (var alias in TypeAliases.Of(types, target))
        {
            yield return alias;
        }

        if (hasTable)
        {
            yield return "Pod.Database";
            foreach (var (name, module) in fields.Where(static field => field is { Relation: not null, Type.Module: not null }).Select(static field => (field.Type.Name, field.Type.Module!)))
            {
                yield return TypeAliases.Of(name, module, "Include", target);
                yield return TypeAliases.Of(name, module, "Table", target);
            }
        }
    }
}
