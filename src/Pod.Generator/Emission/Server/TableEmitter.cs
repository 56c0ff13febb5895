using Pod.Generator.Emission.Models;
using Pod.Generator.Model;

namespace Pod.Generator.Emission.Server;

/// <summary>Writes what the ORM needs for one table: its description, its repository and its includes.</summary>
internal static class TableEmitter
{
    public static GeneratedFile Emit(ClassDefinition model, ProjectDefinition project, EmissionTarget target)
    {
        var usings = ModelUsings.Of(model.Fields, hasTable: true, target).Where(static name => name != "System.Text.Json")
            .Concat(model.IsImmutable ? ["System.Runtime.CompilerServices"] : [])
            .Concat(model.RelationFields.Any() ? ["System.Threading", "System.Threading.Tasks"] : []);
        var writer = GeneratedFileHeader.Begin(model.SourcePath, target.Namespace, usings);
        EmitTable(writer, model, project, target);
        writer.Line();
        EmitRepository(writer, model, project);
        RelationWriteEmitter.EmitClasses(writer, model, project);
        writer.Line();
        IncludeEmitter.Emit(writer, model, project);
        return target.File($"Generated/Tables/{model.Name}Table.cs", writer.ToString());
    }

    private static void EmitTable(CSharpWriter writer, ClassDefinition model, ProjectDefinition project, EmissionTarget target)
    {
        var name = model.Name + "Table";
        var columns = new ColumnEmitter(model);
        writer.Lines(XmlDocumentation.Summary(null, $"The table '{model.Table}', whose rows are {model.Name} objects."))
            .Line(GeneratedCode.Attribute)
            .Block($"public sealed class {name} : Table<{model.Name}, {CSharpTypeName.Of(model.IdType)}>", () =>
            {
                writer.Lines(model.StoredFields.Select(columns.CodecDeclaration).OfType<string>()).Separate();
                writer.Lines(model.RelationFields.Select(static field => $"private {RelationType(field)}? {BackingField(field)};"))
                    .Line($"private {name}? _excluded;").Separate();
                EmitConstructor(writer, model, columns, target);
                writer.Line($"internal static {name} Instance {{ get; }} = new(null);").Separate();
                EmitColumns(writer, model);
                FullTextEmitter.EmitProperties(writer, model);
                EmitRelations(writer, model, project);
                writer.Lines(XmlDocumentation.Summary(null, "Gets the new row, for the condition of an upsert."))
                    .Line($"public {name} Excluded => _excluded ??= new(ExcludedRow());")
                    .Separate();
                EmitKeepUnstored(writer, model);
                EmitReadRow(writer, model, columns);
            });
    }

    // Applications join a module's tables.
    private static void EmitConstructor(CSharpWriter writer, ClassDefinition model, ColumnEmitter columns, EmissionTarget target) => writer
        .Lines(target.IsModule ? XmlDocumentation.Summary(null, "Made by tables that join this one.") : [])
        .Line($"{(target.IsModule ? "public" : "internal")} {model.Name}Table(TableJoin? join)")
        .Indented(() => writer.Line($": base(\"{model.Table}\", join)"))
        .Braces(() =>
        {
            foreach (var field in model.StoredFields)
            {
                var add = field.IsConcurrencyToken ? "AddToken" : "Add";
                writer.Line(field.IsMember
                    ? $"{field.MemberName} = {add}({columns.Construction(field)}, static row => row.{field.MemberName});"
                    : $"{field.MemberName} = AddHidden({columns.Construction(field)});");
            }

            writer.Lines(FullTextEmitter.Assignments(model));
        })
        .Separate();

    private static void EmitColumns(CSharpWriter writer, ClassDefinition model)
    {
        foreach (var field in model.StoredFields)
        {
            var modifier = field.IsId ? "override " : "";
            var access = field.IsHiddenKey ? "internal" : "public";
            writer.Lines(XmlDocumentation.Summary(field.Documentation, $"Gets the column '{field.Column}'."))
                .Line($"{access} {modifier}{ColumnEmitter.ClassName(field.Type)} {field.MemberName} {{ get; }}")
                .Separate();
        }
    }

    private static void EmitRelations(CSharpWriter writer, ClassDefinition model, ProjectDefinition project)
    {
        foreach (var field in model.RelationFields)
        {
            var relation = field.Relation!;
            var target = project.Class(relation.Target);
            var key = (relation.OwnsKey ? model : target).Fields.First(candidate => candidate.Name == relation.KeyField);
            var (rows, construction) = relation switch
            {
                { Kind: RelationKind.ToMany } => ("rows", $"new(Id, static () => new {relation.Target}Table(null), static table => table.{key.MemberName})"),
                { OwnsKey: true } => ("row", $"new(JoinTo(\"{field.Name}\", {key.MemberName}, \"id\"))"),
                _ => ("row", $"new(JoinTo(\"{field.Name}\", Id, \"{key.Column}\"))"),
            };
            writer.Lines(XmlDocumentation.Summary(field.Documentation, $"Gets the related {rows} of '{target.Table}', for filters and orders."))
                .Line($"public {RelationType(field)} {field.MemberName} => {BackingField(field)} ??= {construction};")
                .Separate();
        }
    }

    private static string RelationType(FieldDefinition field) =>
        field.Relation!.Kind == RelationKind.ToOne ? $"{field.Relation.Target}Table" : $"ToManyRelation<{field.Relation.Target}Table>";

    private static void EmitKeepUnstored(CSharpWriter writer, ClassDefinition model)
    {
        var kept = model.Fields.Where(static field => field is { IsMember: true, IsStored: false }).ToList();
        if (kept.Count == 0)
        {
            return;
        }

        if (model.IsImmutable)
        {
            var members = string.Join(", ", kept.Select(static field => $"{field.MemberName} = written.{field.MemberName}"));
            writer.Line("/// <inheritdoc/>")
                .Line($"protected override Func<{model.Name}, {model.Name}, {model.Name}>? KeepUnstored {{ get; }} =")
                .Indented(() => writer.Line($"static (stored, written) => stored with {{ {members} }};"))
                .Separate();
            return;
        }

        writer.Line("/// <inheritdoc/>")
            .Line($"protected override Func<{model.Name}, {model.Name}, {model.Name}>? KeepUnstored {{ get; }} = static (stored, written) =>")
            .Braces(() => writer
                .Lines(kept.Select(static field => $"stored.{field.MemberName} = written.{field.MemberName};"))
                .Line("return stored;"), "};")
            .Separate();
    }

    private static void EmitReadRow(CSharpWriter writer, ClassDefinition model, ColumnEmitter columns)
    {
        var read = model.StoredFields.Where(static field => field.IsMember).ToList();
        writer.Line("/// <inheritdoc/>")
            .Line($"public override {model.Name} ReadRow(RowReader row) => new()")
            .Braces(() => writer.Lines(read.Select((field, ordinal) => $"{field.MemberName} = {columns.Read(field, ordinal)},")), "};");
    }

    private static void EmitRepository(CSharpWriter writer, ClassDefinition model, ProjectDefinition project)
    {
        var id = CSharpTypeName.Of(model.IdType);
        writer.Lines(XmlDocumentation.Summary(null, $"Reads and writes rows of {model.Name}."))
            .Line(GeneratedCode.Attribute)
            .Block($"public sealed class {model.Name}Repository : Repository<{model.Name}, {id}, {model.Name}Table, {model.Name}Include>", () =>
            {
                writer.Line($"private {model.Name}Repository()")
                    .Indented(() => writer.Line($": base({model.Name}Table.Instance)"))
                    .Braces(static () => { })
                    .Separate();
                RelationWriteEmitter.EmitMembers(writer, model, project);
                writer.Separate().Line($"internal static {model.Name}Repository Instance {{ get; }} = new();");
            });
    }

    private static string BackingField(FieldDefinition field) => "_" + Naming.Camel(field.MemberName);
}
