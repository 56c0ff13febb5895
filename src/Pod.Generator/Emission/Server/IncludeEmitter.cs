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
                    writer.Lines(relations.Select(field => Registration(model, field, project)))));
    }

    private static string Registration(ClassDefinition model, FieldDefinition field, ProjectDefinition project)
    {
        var local = CSharpIdentifier.Local(field.MemberName);
        var relation = field.Relation!;
        if (relation.Kind == RelationKind.ToOne)
        {
            return $"One({local}, static ({model.Name}Table table) => table.{field.MemberName}, static (row, value) => row.{field.MemberName} = value);";
        }

        var key = project.Class(relation.Target).Fields.First(candidate => candidate.Name == relation.KeyField).MemberName;
        return $"Many({local}, static row => row.Id, static ({relation.Target}Table table) => table.{key}, static (row, value) => row.{field.MemberName} = value);";
    }

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
