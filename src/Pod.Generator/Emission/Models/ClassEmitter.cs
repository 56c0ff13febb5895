using Pod.Generator.Model;

namespace Pod.Generator.Emission.Models;

/// <summary>Writes the record of a class.</summary>
internal static class ClassEmitter
{
    public static GeneratedFile Emit(ClassDefinition model, ModelHierarchy hierarchy, EmissionTarget target)
    {
        var members = target.MembersOf(model);
        var own = members.Where(static field => !field.IsInherited).ToList();
        var hasTable = target.IsServer && model.Table is not null;
        var writer = GeneratedFileHeader.Begin(
            model.SourcePath, target.Namespace, [.. ModelUsings.Of(members, hasTable, target), .. Usings(model)]);
        var json = new JsonEmitter(writer, model, members, hierarchy);
        var row = hasTable ? $", ITableRow<{CSharpTypeName.Of(model.IdType)}>" : "";
        writer.Lines(XmlDocumentation.Summary(model.Documentation, $"The model {model.Name}."))
            .Line(GeneratedCode.Attribute)
            .Block($"public {(model.IsSealed ? "abstract " : "")}partial record {model.Name} : {(model.Extends is null ? "" : model.Extends + ", ")}IPodModel<{model.Name}>{row}", () =>
            {
                json.EmitCodecFields();
                EqualityEmitter.EmitComparerFields(writer, model, members);
                EmitConstructors(writer, model, own);
                PropertyEmitter.Emit(writer, model, own);
                if (hasTable)
                {
                    EmitTableMembers(writer, model);
                }

                json.EmitModelMembers("this with { }");
                EmitJsonMembers(writer, model, target.IsServer);
                MatchEmitter.Emit(writer, model, hierarchy);
                EqualityEmitter.Emit(writer, model, members);
                json.EmitReadJson();
            });
        return target.File(model, writer.ToString());
    }

    private static void EmitConstructors(CSharpWriter writer, ClassDefinition model, IReadOnlyList<FieldDefinition> members)
    {
        writer.Lines(XmlDocumentation.Summary(null, "Makes an object; required members are set in the initializer."))
            .Block($"{(model.IsSealed ? "private protected" : "public")} {model.Name}()", static () => { })
            .Separate();
        writer.Lines(XmlDocumentation.Summary(null, "Makes a deep copy; C#'s 'with' calls this."))
            .Line($"protected {model.Name}({model.Name} original)")
            .Indented(() => writer.Lines(model.Extends is null ? [] : [": base(original)"]))
            .Braces(() =>
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
        var hides = model.Extends is null ? "" : "new ";
        writer.Lines(XmlDocumentation.Summary(null, "Reads an object from JSON text."))
            .Line($"public static {hides}{model.Name} FromJson(string json) => PodJson.Decode(PodJson.Model<{model.Name}>(), json, JsonAudience.Everything);")
            .Separate();
        // Children inherit the rest: their own members are written because the runtime type decides.
        if (model.Extends is null)
        {
            writer.Lines(XmlDocumentation.Summary(null, "Gives the JSON text of everything in the object."))
                .Line($"public string ToJson() => PodJson.ToText(PodJson.Model<{model.Name}>(), this, JsonAudience.Everything);")
                .Separate();
            if (isServer)
            {
                writer.Lines(XmlDocumentation.Summary(null, "Gives the JSON text of what clients see."))
                    .Line($"public string ToJsonForProtocol() => PodJson.ToText(PodJson.Model<{model.Name}>(), this, JsonAudience.Visible);")
                    .Separate();
            }
        }

        writer.Lines(XmlDocumentation.Summary(null, "Gives the JSON text of what clients see."))
            .Line($"public override string ToString() => PodJson.ToText(PodJson.Model<{model.Name}>(), this, JsonAudience.Visible);")
            .Separate();
    }

    private static IEnumerable<string> Usings(ClassDefinition model)
    {
        if (!model.IsImmutable)
        {
            yield return "System.Runtime.CompilerServices";
        }

        if (model.IsImmutable || model.IsSealed)
        {
            yield return "System";
            yield return "System.Collections.Generic";
        }
    }
}
