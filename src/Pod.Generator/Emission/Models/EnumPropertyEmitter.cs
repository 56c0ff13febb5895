using Pod.Generator.Model;

namespace Pod.Generator.Emission.Models;

/// <summary>Writes the properties of an enum as extension properties: <c>severity.Weight</c>.</summary>
internal static class EnumPropertyEmitter
{
    public static void Emit(CSharpWriter writer, EnumDefinition model)
    {
        if (model.Properties.Count == 0)
        {
            return;
        }

        writer.Line()
            .Lines(XmlDocumentation.Summary(null, $"The constants that belong to values of {model.Name}."))
            .Line(GeneratedCode.Attribute)
            .Block($"public static class {model.Name}Properties", () => writer.Block($"extension({model.Name} value)", () =>
            {
                for (var position = 0; position < model.Properties.Count; position++)
                {
                    EmitOne(writer, model, position);
                }
            }));
    }

    private static void EmitOne(CSharpWriter writer, EnumDefinition model, int position)
    {
        var property = model.Properties[position];
        writer.Lines(XmlDocumentation.Summary(property.Documentation, $"Gets the property '{property.Name}'."))
            .Line($"public {CSharpTypeName.Of(property.Type)} {property.MemberName} => value switch")
            .Braces(() => writer
                .Lines(model.Values.Select(value => $"{model.Name}.{CSharpIdentifier.Escape(value.MemberName)} => {Literal(value.Properties[position], property.Type)},"))
                .Line($"_ => throw new ArgumentOutOfRangeException(nameof(value), value, \"This is no value of {model.Name}.\"),"), "};")
            .Separate();
    }

    private static string Literal(string? text, TypeReference type) => text is null ? "null" : DefaultExpression.Literal(text, type);
}
