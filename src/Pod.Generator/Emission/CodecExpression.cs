using Pod.Generator.Emission.Models;
using Pod.Generator.Model;

namespace Pod.Generator.Emission;

/// <summary>Spells the codec of a type: <c>PodJson.List(PodJson.Model&lt;Channel&gt;())</c>.</summary>
internal static class CodecExpression
{
    private static readonly string[] Scalars =
    [
        "Boolean", "Int16", "Int32", "Int64", "Single", "Double", "Decimal", "String", "DateTime", "DateTimeOffset", "DateOnly", "TimeOnly", "TimeSpan",
        "Guid", "Bytes", "Uri", "BigInteger", "Vector", "HalfVector", "SparseVector", "Bit",
    ];

    /// <summary>Gives the codec of elements, results and arguments, null included.</summary>
    public static string Of(TypeReference type)
    {
        if (type.Kind == TypeKind.Dynamic)
        {
            return $"{DynamicJsonEmitter.ClassName}.DynamicOrNull";
        }

        var codec = WithoutNull(type);
        if (type.Kind == TypeKind.Custom)
        {
            return type.IsNullable ? codec + ".OrNull()" : codec;
        }

        return !type.IsNullable ? codec : type.IsValueType ? $"PodJson.Nullable({codec})" : $"PodJson.OrNull({codec})";
    }

    /// <summary>Gives the codec of values that are not null.</summary>
    public static string WithoutNull(TypeReference type) => type.Kind switch
    {
        TypeKind.List => $"PodJson.List({Of(type.Arguments[0])})",
        TypeKind.Set => $"PodJson.Set({Of(type.Arguments[0])})",
        TypeKind.Map when type.Arguments[0].Kind == TypeKind.String => $"PodJson.Map({Of(type.Arguments[1])})",
        TypeKind.Map => $"PodJson.Map({Of(type.Arguments[0])}, {Of(type.Arguments[1])})",
        TypeKind.Record => Record(type),
        TypeKind.Dynamic => $"{DynamicJsonEmitter.ClassName}.Dynamic",
        TypeKind.Enum => $"{type.Name}Json.Codec",
        TypeKind.Custom => $"PodJson.Custom<{type.Name}>()",
        TypeKind.Class or TypeKind.Exception => $"PodJson.Model<{type.Name}>()",
        _ => "PodJson." + Scalars[(int)type.Kind],
    };

    private static string Record(TypeReference type)
    {
        var elements = type.Arguments.Zip(type.ElementNames, static (element, name) => (Type: element, Name: name)).Select(static (element, position) =>
        {
            var name = element.Name.Length == 0 ? "Positional(" : $"Named(\"{element.Name}\", ";
            return $".{name}{Of(element.Type)}, static (ref record) => ref record.Item{position + 1})";
        });
        return $"PodJson.Record<{CSharpTypeName.WithoutNull(type)}>(){string.Concat(elements)}";
    }
}
