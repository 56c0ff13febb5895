namespace Pod.Generator.Parsing.Yaml;

/// <summary>A YAML list.</summary>
/// <param name="Span">The first item.</param>
/// <param name="Items">The items in file order, each with its <c>###</c> lines.</param>
internal sealed record YamlSequence(SourceSpan Span, IReadOnlyList<(YamlNode Value, string? Documentation)> Items) : YamlNode(Span);
