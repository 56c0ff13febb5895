using Pod.Generator.Model;

namespace Pod.Generator.Emission.Server;

/// <summary>Writes the include types of a table: which related rows a query reads as well.</summary>
internal static class IncludeEmitter
{
    public static void Emit(CSharpWriter writer, ClassDefinition model, ProjectDefinition project)
    {
        EmitInclude(writer, model, project);
        writer.Line();
        EmitIncludeList(writer, model);
    }

    private static void EmitInclude(CSharpWriter writer, ClassDefinition model, ProjectDefinition project)
    {
        var relations = model.RelationFields.ToList();
        var parameters = relations.Select(static field => $"{IncludeType(field)}? {CSharpIdentifier.Local(field.MemberName)}");
        writer.Lines(XmlDocumentation.Summary(null, $"Which relatives a query of {model.Name} reads as well."))
            .Line(GeneratedCode.Attribute)
            .Block($"public sealed class {model.Name}Include : Include<{model.Name}>", () => writer
                .Block($"internal {model.Name}Include({string.Join(", ", parameters)})", () =>
                    writer.Lines(relations.Select(field => Registration(model, field, project))))
                .Separate()
                .Lines(model.IsImmutable ? relations.SelectMany(field => Setter(model, field)) : []));
    }

    private static string Registration(ClassDefinition model, FieldDefinition field, ProjectDefinition project)
    {
        var local = CSharpIdentifier.Local(field.MemberName);
        var relation = field.Relation!;
        var setter = model.IsImmutable ? $"Set{field.MemberName}" : $"static (row, value) => row.{field.MemberName} = value";
        if (relation.Kind == RelationKind.ToOne)
        {
            return $"One({local}, static ({model.Name}Table table) => table.{field.MemberName}, {setter});";
        }

        var key = project.Class(relation.Target).Fields.First(candidate => candidate.Name == relation.KeyField).MemberName;
        return $"Many({local}, static row => row.Id, static ({relation.Target}Table table) => table.{key}, {setter});";
    }

    // Members of immutable models are set once, by the query that makes the object.
    private static IEnumerable<string> Setter(ClassDefinition model, FieldDefinition field) =>
    [
        $"[UnsafeAccessor(UnsafeAccessorKind.Method, Name = \"set_{field.MemberName}\")]",
        $"private static extern void Set{field.MemberName}({model.Name} row, {CSharpTypeName.Of(field.Type)} value);",
    ];

    private static void EmitIncludeList(CSharpWriter writer, ClassDefinition model) => writer
        .Lines(XmlDocumentation.Summary(null, $"Which {model.Name} rows of a list a query reads as well."))
        .Line(GeneratedCode.Attribute)
        .Block($"public sealed class {model.Name}IncludeList : IncludeList<{model.Name}, {model.Name}Table>", () => writer
            .Line($"internal {model.Name}IncludeList(")
            .Indented(() => writer
                .Line($"Func<{model.Name}Table, Filter>? where, Func<{model.Name}Table, OrderBy>? orderBy, int? limit, int? offset, {model.Name}Include? include)")
                .Line($": base({model.Name}Table.Instance, where, orderBy, limit, offset, include)"))
            .Braces(static () => { }));

    private static string IncludeType(FieldDefinition field) =>
        field.Relation!.Target + (field.Relation.Kind == RelationKind.ToOne ? "Include" : "IncludeList");
}
