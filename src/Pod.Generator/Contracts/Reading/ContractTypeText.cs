using Pod.Generator.Diagnostics;
using Pod.Generator.Parsing;
using Pod.Generator.Parsing.Syntax;
using Pod.Generator.Parsing.Yaml;

namespace Pod.Generator.Contracts.Reading;

/// <summary>Reads types as contracts spell them.</summary>
internal static class ContractTypeText
{
    /// <summary>Says whether values of a type can be null; dynamic ones always can.</summary>
    public static bool AcceptsNull(string text) => text.EndsWith('?') || text == "dynamic";

    /// <exception cref="FormatException">It is no type.</exception>
    public static TypeSyntax Parse(string text)
    {
        var file = new SourceFile(ContractWriter.FileName, text);
        var diagnostics = new DiagnosticBag();
        var scalar = new YamlScalar(file.At(1, 1), text, IsQuoted: false, file);
        return TypeExpressionParser.Parse(TextSlice.Of(scalar), diagnostics) ?? throw new FormatException($"The contract has the malformed type '{text}'.");
    }
}
