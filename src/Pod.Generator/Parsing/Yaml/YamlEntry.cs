namespace Pod.Generator.Parsing.Yaml;

/// <summary>One entry of a YAML map.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value; an empty plain scalar when the file gives none.</param>
/// <param name="Documentation">The <c>###</c> lines directly above the key, or null.</param>
internal sealed record YamlEntry(YamlScalar Key, YamlNode Value, string? Documentation);
