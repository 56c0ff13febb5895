using Pod.Generator.Model;

namespace Pod.Generator.Emission.Models;

/// <summary>Writes the properties of a record or exception.</summary>
internal static class PropertyEmitter
{
    public static void Emit(CSharpWriter writer, ObjectDefinition model, IEnumerable<FieldDefinition> members)
    {
        var setter = model.IsImmutable ? "init" : "set";
        foreach (var field in members)
        {
            var hides = model is ExceptionDefinition && typeof(Exception).GetMember(field.MemberName).Length > 0 ? "new " : "";
            writer.Lines(Documentation(model, field))
                .Line($"public {hides}{(IsRequired(field) ? "required " : "")}{CSharpTypeName.Of(field.Type)} {field.MemberName} {{ get; {setter}; }}{Initializer(field)}")
                .Separate();
        }
    }

    /// <summary>Tells whether C# demands the member when an object is made.</summary>
    public static bool IsRequired(FieldDefinition field) =>
        field.ModelDefault is null && !IsKeyOfTable(field) && (field.IsRequired || !field.Type.IsNullable);

    // A table's id is filled by the database; objects exist without it.
    private static bool IsKeyOfTable(FieldDefinition field) => field is { IsId: true, IsStored: true };

    private static string Initializer(FieldDefinition field) => field.ModelDefault is null ? "" : $" = {DefaultExpression.Of(field)};";

    private static IEnumerable<string> Documentation(ObjectDefinition model, FieldDefinition field)
    {
        var fallback = field switch
        {
            { IsId: true, IsStored: true } => $"Gets or sets the id; {(field.Type.Kind == TypeKind.Guid ? "empty" : "0")} until the row is stored.",
            { Relation.Kind: RelationKind.ToOne } => $"Gets or sets the related {field.Type.Name}; null unless a query included it.",
            { Relation.Kind: RelationKind.ToMany } => $"Gets or sets the related rows of {field.Type.Arguments[0].Name}; null unless a query included them.",
            _ when KeyOwner(model, field) is { } relation => $"Gets or sets the key of '{relation.Name}': the id of its {relation.Type.Name}.",
            _ => $"Gets or sets the field '{field.Name}'.",
        };
        return XmlDocumentation.Summary(field.Documentation, fallback);
    }

    private static FieldDefinition? KeyOwner(ObjectDefinition model, FieldDefinition field) =>
        model.Fields.FirstOrDefault(other => other.Relation is { OwnsKey: true } relation && relation.KeyField == field.Name);
}
