using Pod.Generator.Parsing.Yaml;

namespace Pod.Generator.Parsing.Syntax;

/// <summary>A field as written, inline or as a map.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Documentation">The <c>###</c> text above it.</param>
/// <param name="Type">The type, or null after a diagnostic.</param>
/// <param name="Options">The options in file order.</param>
internal sealed record FieldSyntax(YamlScalar Name, string? Documentation, TypeSyntax? Type, IReadOnlyList<OptionSyntax> Options)
{
    public OptionSyntax? Find(string option) => Options.FirstOrDefault(candidate => candidate.Name == option);
}
