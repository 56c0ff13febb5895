namespace Pod.Generator.Parsing.Yaml;

/// <summary>A YAML map; keys stand in file order and are unique.</summary>
/// <param name="Span">The first key.</param>
/// <param name="Entries">The entries in file order.</param>
internal sealed record YamlMap(SourceSpan Span, IReadOnlyList<YamlEntry> Entries) : YamlNode(Span)
{
    public YamlEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Key.Value == key);

    /// <summary>Tells whether a key says true, without checking what else it may say.</summary>
    public bool IsTrue(string key) => Find(key)?.Value is YamlScalar value && value.Value.Equals("true", StringComparison.OrdinalIgnoreCase);
}
