namespace Pod.Generator.Parsing.Yaml;

/// <summary>A YAML value and where it stands.</summary>
/// <param name="Span">The first character of the value.</param>
internal abstract record YamlNode(SourceSpan Span);
