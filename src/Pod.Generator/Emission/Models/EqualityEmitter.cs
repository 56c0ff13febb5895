using Pod.Generator.Model;

namespace Pod.Generator.Emission.Models;

/// <summary>Writes equality: by reference for mutable models, by runtime type and deep value for immutable ones.</summary>
internal static class EqualityEmitter
{
    public static void Emit(CSharpWriter writer, ClassDefinition model, IReadOnlyList<FieldDefinition> members)
    {
        if (model.IsImmutable)
        {
            EmitByValue(writer, model, members);
            return;
        }

        writer.Lines(XmlDocumentation.Summary(null, "Tells whether the other is this very object."))
            .Line($"public virtual bool Equals({model.Name}? other) => ReferenceEquals(this, other);")
            .Separate();
        writer.Line("/// <inheritdoc/>")
            .Line("public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);")
            .Separate();
    }

    /// <summary>Writes what compares the members that C# itself would compare by reference.</summary>
    public static void EmitComparerFields(CSharpWriter writer, ClassDefinition model, IReadOnlyList<FieldDefinition> members)
    {
        foreach (var field in members.Where(field => model.IsImmutable && IsDeep(field.Type)))
        {
            writer.Line($"private static readonly IEqualityComparer<{CSharpTypeName.Of(field.Type)}> {ComparerField(field, members)} = {Comparer(field.Type)};")
                .Separate();
        }
    }

    private static void EmitByValue(CSharpWriter writer, ClassDefinition model, IReadOnlyList<FieldDefinition> members)
    {
        List<string> conditions = ["EqualityContract == other.EqualityContract", .. members.Select(field => Comparison(field, members))];
        conditions[^1] += ");";
        writer.Lines(XmlDocumentation.Summary(null, "Tells whether the other is of the same type and has equal members; collections compare by content."))
            .Line($"public virtual bool Equals({model.Name}? other) =>")
            .Indented(() =>
            {
                writer.Line("ReferenceEquals(this, other)").Line("|| (other is not null");
                writer.Indented(() => writer.Lines(conditions.Select(static condition => "&& " + condition)));
            })
            .Separate();
        writer.Line("/// <inheritdoc/>")
            .Block("public override int GetHashCode()", () => writer
                .Line("var hash = new HashCode();")
                .Line("hash.Add(EqualityContract);")
                .Lines(members.Select(field => $"hash.Add({field.MemberName}{(IsDeep(field.Type) ? ", " + ComparerField(field, members) : "")});"))
                .Line("return hash.ToHashCode();"))
            .Separate();
    }

    private static string Comparison(FieldDefinition field, IEnumerable<FieldDefinition> members) => field.Type switch
    {
        var type when IsDeep(type) => $"{ComparerField(field, members)}.Equals({field.MemberName}, other.{field.MemberName})",

        // Types of the application's own need not have the operator.
        { Kind: TypeKind.Custom or TypeKind.Record } => $"{Comparer(field.Type)}.Equals({field.MemberName}, other.{field.MemberName})",
        _ => $"{field.MemberName} == other.{field.MemberName}",
    };

    private static string ComparerField(FieldDefinition field, IEnumerable<FieldDefinition> members) => PrivateName.Of(field, "Comparer", members);

    private static string HashOf(string value, TypeReference type) => $"ModelEquality.HashOf({value}, {Comparer(type)})";

    // What C# itself compares by reference, or a tuple of such.
    private static bool IsDeep(TypeReference type) =>
        type.IsCollection || type.Kind is TypeKind.Bytes or TypeKind.Dynamic || (type.Kind == TypeKind.Record && type.Arguments.Any(IsDeep));

    private static string Comparer(TypeReference type) => type.Kind switch
    {
        TypeKind.List => $"ModelEquality.List({Comparer(type.Arguments[0])})",
        TypeKind.Set => $"ModelEquality.Set({Comparer(type.Arguments[0])})",
        TypeKind.Map => $"ModelEquality.Map({Comparer(type.Arguments[0])}, {Comparer(type.Arguments[1])})",
        TypeKind.Bytes => "ModelEquality.Bytes",
        TypeKind.Record when type.IsNullable && IsDeep(type) => $"ModelEquality.RecordOrNull({Comparer(type.WithNullable(false))})",
        TypeKind.Record when IsDeep(type) => RecordComparer(type),
        TypeKind.Dynamic => "ModelEquality.Dynamic",
        _ => $"EqualityComparer<{CSharpTypeName.Of(type)}>.Default",
    };

    private static string RecordComparer(TypeReference type)
    {
        var comparisons = type.Arguments.Select(static (element, index) => $"{Comparer(element)}.Equals(left.Item{index + 1}, right.Item{index + 1})");
        var hash = type.Arguments.Select(static (element, index) => HashOf($"value.Item{index + 1}", element))
            .Aggregate(static (first, next) => $"HashCode.Combine({first}, {next})");
        return $"ModelEquality.Record<{CSharpTypeName.Of(type)}>(static (left, right) => {string.Join(" && ", comparisons)}, static value => {hash})";
    }
}
