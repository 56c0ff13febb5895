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

    private static void EmitByValue(CSharpWriter writer, ClassDefinition model, IReadOnlyList<FieldDefinition> members)
    {
        var comparisons = members.Select(static field => $"{Comparer(field.Type)}.Equals({field.MemberName}, other.{field.MemberName})");
        writer.Lines(XmlDocumentation.Summary(null, "Tells whether the other is of the same type and has equal members; collections compare by content."))
            .Line($"public virtual bool Equals({model.Name}? other) =>")
            .Indented(() => writer.Line($"ReferenceEquals(this, other) || ({string.Join(" && ", comparisons.Prepend("other is not null && EqualityContract == other.EqualityContract"))});"))
            .Separate();
        writer.Line("/// <inheritdoc/>")
            .Block("public override int GetHashCode()", () => writer
                .Line("var hash = new HashCode();")
                .Line("hash.Add(EqualityContract);")
                .Lines(members.Select(static field => Hash(field)))
                .Line("return hash.ToHashCode();"))
            .Separate();
    }

    private static string Hash(FieldDefinition field)
    {
        if (!field.Type.IsCollection && field.Type.Kind is not (TypeKind.Bytes or TypeKind.Dynamic))
        {
            return $"hash.Add({field.MemberName});";
        }

        var hash = $"{Comparer(field.Type)}.GetHashCode({field.MemberName})";
        return field.Type.IsNullable ? $"hash.Add({field.MemberName} is null ? 0 : {hash});" : $"hash.Add({hash});";
    }

    private static string Comparer(TypeReference type) => type.Kind switch
    {
        TypeKind.List => $"ModelEquality.List({Comparer(type.Arguments[0])})",
        TypeKind.Set => $"ModelEquality.Set({Comparer(type.Arguments[0])})",
        TypeKind.Map => $"ModelEquality.Map({Comparer(type.Arguments[0])}, {Comparer(type.Arguments[1])})",
        TypeKind.Bytes => "ModelEquality.Bytes",
        TypeKind.Dynamic => "ModelEquality.Dynamic",
        _ => $"EqualityComparer<{CSharpTypeName.Of(type)}>.Default",
    };
}
