using Pod.Generator.Model;

namespace Pod.Generator.Emission.Models;

/// <summary>Writes the class of an exception.</summary>
internal static class ExceptionEmitter
{
    public static GeneratedFile Emit(ExceptionDefinition model, ModelHierarchy hierarchy, EmissionTarget target)
    {
        var members = target.MembersOf(model);
        var writer = GeneratedFileHeader.Begin(model.SourcePath, target.Namespace, [.. ModelUsings.Of(members, hasTable: false, target), .. model.IsSealed ? ["System"] : Array.Empty<string>()]);
        var json = new JsonEmitter(writer, model, members, hierarchy);
        writer.Lines(XmlDocumentation.Summary(model.Documentation, $"The exception {model.Name}: thrown on the server, caught by its type on the client."))
            .Line(GeneratedCode.Attribute)
            .Block($"public {(model.IsSealed ? "abstract " : "")}partial class {model.Name} : {model.Extends ?? "PodModelException"}, IPodModel<{model.Name}>", () =>
            {
                json.EmitCodecFields();
                EmitConstructor(writer, model);
                PropertyEmitter.Emit(writer, model, members.Where(static field => !field.IsInherited));
                json.EmitModelMembers(model.IsSealed ? null : DeepCopy(model, members));
                MatchEmitter.Emit(writer, model, hierarchy);
                json.EmitReadJson();
            });
        return target.File(model, writer.ToString());
    }

    // Only this assembly may add to a closed hierarchy.
    private static void EmitConstructor(CSharpWriter writer, ExceptionDefinition model)
    {
        if (model.IsSealed)
        {
            writer.Block($"private protected {model.Name}()", static () => { }).Separate();
        }
    }

    private static string DeepCopy(ExceptionDefinition model, IReadOnlyList<FieldDefinition> members) => members.Count == 0
        ? $"new {model.Name}()"
        : $"new {model.Name} {{ {string.Join(", ", members.Select(static field => $"{field.MemberName} = {CopyExpression.Of(field.MemberName, field.Type)}"))} }}";
}
