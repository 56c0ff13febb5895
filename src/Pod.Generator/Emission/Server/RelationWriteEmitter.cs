using Pod.Generator.Model;

namespace Pod.Generator.Emission.Server;

/// <summary>Writes what attaches related rows to each other and detaches them: one class for single rows and one for many, of each.</summary>
internal static class RelationWriteEmitter
{
    private const string Token = "CancellationToken cancellationToken = default";

    /// <summary>Writes the members of the repository that lead to the classes.</summary>
    public static void EmitMembers(CSharpWriter writer, ClassDefinition model, ProjectDefinition project)
    {
        foreach (var (name, summary, _) in Groups(model, project))
        {
            writer.Separate()
                .Lines(XmlDocumentation.Summary(null, summary))
                .Line($"public {model.Name}{name} {name} {{ get; }} = new();");
        }
    }

    public static void EmitClasses(CSharpWriter writer, ClassDefinition model, ProjectDefinition project)
    {
        foreach (var (name, summary, methods) in Groups(model, project))
        {
            writer.Line()
                .Lines(XmlDocumentation.Summary(null, summary))
                .Line(GeneratedCode.Attribute)
                .Block($"public sealed class {model.Name}{name}", () =>
                {
                    writer.Line($"internal {model.Name}{name}()").Braces(static () => { });
                    foreach (var method in methods)
                    {
                        method(writer);
                    }
                });
        }
    }

    private static IEnumerable<(string Name, string Summary, List<Action<CSharpWriter>> Methods)> Groups(ClassDefinition model, ProjectDefinition project)
    {
        var relations = model.RelationFields.Select(field => new Side(model, field, project)).ToList();
        var detachable = relations.FindAll(static side => side.Key.Type.IsNullable);
        (string, string, List<Action<CSharpWriter>>)[] groups =
        [
            ("AttachRow", $"Points single rows to each other, by the relations of {model.Name}.", relations.ConvertAll(AttachRow)),
            ("Attach", $"Points many rows to one, by the lists of {model.Name}.", relations.FindAll(static side => side.IsList).ConvertAll(Attach)),
            ("DetachRow", $"Undoes relations of single rows, by the relations of {model.Name}.", detachable.ConvertAll(DetachRow)),
            ("Detach", $"Undoes relations of many rows, by the lists of {model.Name}.", detachable.FindAll(static side => side.IsList).ConvertAll(Detach)),
        ];
        return groups.Where(static group => group.Item3.Count > 0);
    }

    private static Action<CSharpWriter> AttachRow(Side side) => Method(
        side,
        $"Stores the key of <c>{side.Field.Name}</c> and returns the {side.Owner.Name} that has it.",
        side.Owner.Name,
        $"{side.Model.Name} row, {side.Other.Name} relative",
        $"AttachAsync(session, {side.KeyPath}, {(side.Field.Relation!.OwnsKey ? "row, relative" : "relative, row")}, cancellationToken)");

    private static Action<CSharpWriter> Attach(Side side) => Method(
        side,
        $"Stores the keys of rows of <c>{side.Field.Name}</c>, all or none.",
        $"List<{side.Owner.Name}>",
        $"{side.Model.Name} row, IReadOnlyCollection<{side.Other.Name}> relatives",
        $"AttachAsync(session, {side.KeyPath}, relatives, row, cancellationToken)");

    private static Action<CSharpWriter> DetachRow(Side side) => side switch
    {
        { IsList: true } => Method(
            side,
            $"Clears the key of a row of <c>{side.Field.Name}</c>.",
            side.Owner.Name,
            $"{side.Other.Name} relative",
            $"DetachAsync(session, {side.KeyPath}, relative, cancellationToken)"),
        { Field.Relation.OwnsKey: true } => Method(
            side,
            $"Clears the key of <c>{side.Field.Name}</c>.",
            side.Owner.Name,
            $"{side.Model.Name} row",
            $"DetachAsync(session, {side.KeyPath}, row, cancellationToken)"),
        _ => Method(
            side,
            $"Clears the key of <c>{side.Field.Name}</c> and returns the {side.Owner.Name} that had it, or null if there was none.",
            side.Owner.Name + "?",
            $"{side.Model.Name} row",
            $"DetachFromAsync(session, {side.KeyPath}, row, cancellationToken)"),
    };

    private static Action<CSharpWriter> Detach(Side side) => Method(
        side,
        $"Clears the keys of rows of <c>{side.Field.Name}</c>, all or none.",
        $"List<{side.Owner.Name}>",
        $"IReadOnlyCollection<{side.Other.Name}> relatives",
        $"DetachAsync(session, {side.KeyPath}, relatives, cancellationToken)");

    private static Action<CSharpWriter> Method(Side side, string summary, string result, string parameters, string call) => writer => writer
        .Separate()
        .Line($"/// <summary>{summary}</summary>")
        .Line($"public Task<{result}> {side.Field.MemberName}Async(IDatabaseSession session, {parameters}, {Token}) =>")
        .Indented(() => writer.Line($"ForeignKey.{call};"));

    /// <summary>A relation as its field sees it.</summary>
    private sealed record Side(ClassDefinition Model, FieldDefinition Field, ProjectDefinition Project)
    {
        public ClassDefinition Other => Project.Class(Field.Relation!.Target);

        /// <summary>Gets the class whose rows hold the key.</summary>
        public ClassDefinition Owner => Field.Relation!.OwnsKey ? Model : Other;

        public FieldDefinition Key => Owner.Fields.First(candidate => candidate.Name == Field.Relation!.KeyField);

        public bool IsList => Field.Relation!.Kind == RelationKind.ToMany;

        public string KeyPath => $"{Owner.Name}Table.Instance, {Owner.Name}Table.Instance.{Key.MemberName}";
    }
}
