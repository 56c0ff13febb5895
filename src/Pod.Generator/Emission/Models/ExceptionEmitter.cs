using Pod.Generator.Model;

namespace Pod.Generator.Emission.Models;

/// <summary>Writes the class of an exception.</summary>
internal static class ExceptionEmitter
{
    public static GeneratedFile Emit(ExceptionDefinition model, EmissionTarget target)
    {
        var members = target.MembersOf(model);
        var writer = GeneratedFileHeader.Begin(model.SourcePath, target.Namespace, ModelUsings.Of(members, hasTable: false));
        var json = new JsonEmitter(writer, model, members);
        writer.Lines(XmlDocumentation.Summary(model.Documentation, $"The exception {model.Name}: thrown on the server, caught by its type on the client."))
            .Line(GeneratedCode.Attribute)
            .Block($"public partial class {model.Name} : PodModelException, IPodModel<{model.Name}>", () =>
            {
                json.EmitCodecFields();
                PropertyEmitter.Emit(writer, model, members);
                json.EmitModelMembers(DeepCopy(model, members));
                json.EmitReadJson();
            });
        return target.File(model, writer.ToString());
    }

    private static string DeepCopy(ExceptionDefinition model, IReadOnlyList<FieldDefinition> members) => members.Count == 0
        ? $"new {model.Name}()"
        : $"new {model.Name} {{ {string.Join(", ", members.Select(static field => $"{field.MemberName} = {CopyExpression.Of(field.MemberName, field.Type)}"))} }}";
}
