using Pod.Generator.Model;

namespace Pod.Generator.Emission.Models;

/// <summary>Writes the record of a class.</summary>
internal static class ClassEmitter
{
    public static GeneratedFile Emit(ClassDefinition model, EmissionTarget target)
    {
        var members = target.MembersOf(model);
        var hasTable = target.IsServer && model.Table is not null;
        var writer = GeneratedFileHeader.Begin(
            model.SourcePath, target.Namespace, [.. ModelUsings.Of(members, hasTable), "System.Runtime.CompilerServices"]);
        var json = new JsonEmitter(writer, model, members);
        var row = hasTable ? $", ITableRow<{CSharpTypeName.Of(model.IdType)}>" : "";
        writer.Lines(XmlDocumentation.Summary(model.Documentation, $"The model {model.Name}."))
            .Line(GeneratedCode.Attribute)
            .Block($"public partial record {model.Name} : IPodModel<{model.Name}>{row}", () =>
            {
                json.EmitCodecFields();
                EmitConstructors(writer, model, members);
                PropertyEmitter.Emit(writer, model, members);
                if (hasTable)
                {
                    EmitTableMembers(writer, model);
                }

                json.EmitModelMembers("this with { }");
                EmitJsonMembers(writer, model, target.IsServer);
                EmitEquality(writer, model);
                json.EmitReadJson();
            });
        return target.File(model, writer.ToString());
    }

    private static void EmitConstructors(CSharpWriter writer, ClassDefinition model, IReadOnlyList<FieldDefinition> members)
    {
        writer.Lines(XmlDocumentation.Summary(null, "Makes an object; required members are set in the initializer."))
            .Block($"public {model.Name}()", static () => { })
            .Separate();
        writer.Lines(XmlDocumentation.Summary(null, "Makes a deep copy; C#'s 'with' calls this."))
            .Block($"protected {model.Name}({model.Name} original)", () =>
            {
                writer.Line("using var copy = ModelCopy.Begin(original, this);")
                    .Lines(members.Select(static field => $"{field.MemberName} = {CopyExpression.Of("original." + field.MemberName, field.Type)};"));
            })
            .Separate();
    }

    private static void EmitTableMembers(CSharpWriter writer, ClassDefinition model)
    {
        writer.Lines(XmlDocumentation.Summary(null, $"Gets the table '{model.Table}'."))
            .Line($"public static {model.Name}Table Table => {model.Name}Table.Instance;")
            .Separate();
        writer.Lines(XmlDocumentation.Summary(null, "Gets what reads and writes the rows."))
            .Line($"public static {model.Name}Repository Db => {model.Name}Repository.Instance;")
            .Separate();

        var relations = model.RelationFields.ToList();
        var parameters = relations.Select(static field => $"{IncludeType(field)}? {CSharpIdentifier.Local(field.MemberName)} = null");
        var arguments = relations.Select(static field => CSharpIdentifier.Local(field.MemberName));
        writer.Lines(XmlDocumentation.Summary(null, "Says which related rows a query reads as well."))
            .Line($"public static {model.Name}Include Include({string.Join(", ", parameters)}) => new({string.Join(", ", arguments)});")
            .Separate();
        writer.Lines(XmlDocumentation.Summary(null, "Says which rows of a list a query reads as well."))
            .Line($"public static {model.Name}IncludeList IncludeList(")
            .Indented(() => writer
                .Line($"Func<{model.Name}Table, Filter>? where = null, Func<{model.Name}Table, OrderBy>? orderBy = null, int? limit = null, int? offset = null,")
                .Line($"{model.Name}Include? include = null) => new(where, orderBy, limit, offset, include);"))
            .Separate();
    }

    private static string IncludeType(FieldDefinition field) =>
        field.Relation!.Kind == RelationKind.ToOne ? $"{field.Relation.Target}Include" : $"{field.Relation.Target}IncludeList";

    private static void EmitJsonMembers(CSharpWriter writer, ClassDefinition model, bool isServer)
    {
        writer.Lines(XmlDocumentation.Summary(null, "Reads an object from JSON text."))
            .Line($"public static {model.Name} FromJson(string json) => PodJson.Decode(PodJson.Model<{model.Name}>(), json, JsonAudience.Everything);")
            .Separate();
        writer.Lines(XmlDocumentation.Summary(null, "Gives the JSON text of everything in the object."))
            .Line($"public string ToJson() => PodJson.ToText(PodJson.Model<{model.Name}>(), this, JsonAudience.Everything);")
            .Separate();
        if (isServer)
        {
            writer.Lines(XmlDocumentation.Summary(null, "Gives the JSON text of what clients see."))
                .Line($"public string ToJsonForProtocol() => PodJson.ToText(PodJson.Model<{model.Name}>(), this, JsonAudience.Visible);")
                .Separate();
        }

        writer.Lines(XmlDocumentation.Summary(null, "Gives the JSON text of what clients see."))
            .Line($"public override string ToString() => PodJson.ToText(PodJson.Model<{model.Name}>(), this, JsonAudience.Visible);")
            .Separate();
    }

    private static void EmitEquality(CSharpWriter writer, ClassDefinition model)
    {
        writer.Lines(XmlDocumentation.Summary(null, "Tells whether the other is this very object."))
            .Line($"public virtual bool Equals({model.Name}? other) => ReferenceEquals(this, other);")
            .Separate();
        writer.Line("/// <inheritdoc/>")
            .Line("public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);")
            .Separate();
    }
}
