using Pod.Generator.Parsing.Yaml;

namespace Pod.Generator.Parsing;

/// <summary>Words written as <c>a, b</c> or as a YAML list.</summary>
internal static class TextList
{
    public static IReadOnlyList<TextSlice> Of(YamlNode? node) => node switch
    {
        YamlScalar { IsEmpty: false } text => TextSplitter.Split(TextSlice.Of(text)),
        YamlSequence list => [.. list.Items.Select(static item => item.Value).OfType<YamlScalar>().Select(TextSlice.Of)],
        _ => [],
    };
}
