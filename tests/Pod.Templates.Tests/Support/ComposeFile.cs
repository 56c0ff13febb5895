using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Pod.Templates.Tests.Support;

/// <summary>A compose file as Compose sees it: merges are done.</summary>
/// <param name="content">The file's content.</param>
public sealed class ComposeFile(Dictionary<object, object> content)
{
    public IEnumerable<string> Sections => Keys(content);

    public IReadOnlyDictionary<string, ComposeService> Services { get; } =
        Map(content, "services").ToDictionary(static service => (string)service.Key, static service => new ComposeService((Dictionary<object, object>)service.Value), StringComparer.Ordinal);

    public IEnumerable<string> Volumes => Keys(Map(content, "volumes"));

    public static ComposeFile Parse(string text) =>
        new(new Deserializer().Deserialize<Dictionary<object, object>>(new MergingParser(new Parser(new StringReader(text)))));

    /// <summary>Gets the map under a key; an empty one where there is none.</summary>
    internal static Dictionary<object, object> Map(Dictionary<object, object> map, string key) => map.GetValueOrDefault(key) as Dictionary<object, object> ?? [];

    internal static IEnumerable<string> Keys(Dictionary<object, object> map) => map.Keys.Cast<string>();
}
