using Pod.Generator.Model;

namespace Pod.Generator.Emission.Models;

/// <summary>Spells the deep copy of a value.</summary>
internal static class CopyExpression
{
    public static string Of(string value, TypeReference type)
    {
        if (!NeedsCopy(type))
        {
            return value;
        }

        if (type.Kind == TypeKind.Record)
        {
            var elements = type.Arguments.Select(static (element, position) => Of($"record.Item{position + 1}", element));
            var copy = type.Arguments.Count == 1 ? $"ValueTuple.Create({elements.First()})" : $"({string.Join(", ", elements)})";
            return $"ModelCopy.Record({value}, static record => {copy})";
        }

        var method = type.Kind switch
        {
            TypeKind.Bytes => "Bytes",
            TypeKind.List => "List",
            TypeKind.Set => "Set",
            TypeKind.Map => "Map",
            TypeKind.Dynamic => "Dynamic",
            _ => "Model",
        };
        var element = type.IsCollection && NeedsCopy(type.Arguments[^1]) ? $", static item => {Of("item", type.Arguments[^1])}" : "";
        return $"ModelCopy.{method}({value}{element})";
    }

    private static bool NeedsCopy(TypeReference type) => type.Kind switch
    {
        TypeKind.Record => type.Arguments.Any(NeedsCopy),
        TypeKind.Bytes => true,

        // Custom types are immutable.
        TypeKind.Custom => false,
        _ => type.IsStructured,
    };
}
