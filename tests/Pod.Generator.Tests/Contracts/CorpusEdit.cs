using Pod.Generator.Parsing;
using Pod.Generator.Tests.Support;

namespace Pod.Generator.Tests.Contracts;

/// <summary>One change of the corpus's shop, with all that has to be found.</summary>
/// <param name="Name">The change in words.</param>
/// <param name="File">The file without its ending.</param>
/// <param name="Before">What is replaced; empty for no change at all.</param>
/// <param name="After">What stands there then.</param>
/// <param name="Expected">Id, subject and impact of each difference, in their order.</param>
internal sealed record CorpusEdit(string Name, string File, string Before, string After, IReadOnlyList<string> Expected)
{
    private static readonly string[] Types = ["In", "Out", "Both"];

    public static CorpusEdit None { get; } = new("no change", "", "", "", []);

    public bool IsSafe => Expected.All(static found => found.EndsWith(" safe", StringComparison.Ordinal));

    public static IReadOnlyList<CorpusEdit> ReadAll() =>
    [
        .. Lines("type-edits.txt").SelectMany(static line => Types.Select(type => OfType(line.Replace("{M}", type, StringComparison.Ordinal), type))),
        .. Lines("call-edits.txt").Select(static line => Parse(line, static found => found)),
    ];

    /// <summary>Gives the shop's files after the change.</summary>
    public IEnumerable<SourceFile> Files()
    {
        var text = string.Concat(Read("shop.txt").Split("=== ", StringSplitOptions.RemoveEmptyEntries).SelectMany(static file => file.Contains("{M}", StringComparison.Ordinal)
            ? Types.Select(type => "=== " + file.Replace("{M}", type, StringComparison.Ordinal))
            : ["=== " + file]));
        if (Before.Length > 0)
        {
            var start = text.IndexOf($"=== {File}.", StringComparison.Ordinal);
            var place = text.IndexOf(Before, start, StringComparison.Ordinal);
            Assert.True(start >= 0 && place >= 0, $"The corpus has no '{Before}' in '{File}'.");
            text = text[..place] + After + text[(place + Before.Length)..];
        }

        return MarkedSources.Parse(text).Files;
    }

    public static string Read(string file) => System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Contracts", "Corpus", file)).ReplaceLineEndings("\n");

    private static CorpusEdit OfType(string line, string type) => Parse(line, found =>
    {
        // Id, subject, impact when sent, impact when received; a type that goes both ways gets the worse.
        var words = found.Split(' ');
        string[] order = ["safe", "risky", "breaking"];
        var impact = type switch
        {
            "In" => words[2],
            "Out" => words[3],
            _ => order[Math.Max(Array.IndexOf(order, words[2]), Array.IndexOf(order, words[3]))],
        };
        return $"{words[0]} {words[1]} {impact}";
    });

    private static CorpusEdit Parse(string line, Func<string, string> expect)
    {
        var parts = line.Split(" | ");
        Assert.True(parts.Length == 4, line);
        return new CorpusEdit(
            line, parts[0].Trim(), Unescape(parts[1]), Unescape(parts[2]),
            [.. parts[3].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(expect)]);
    }

    private static string Unescape(string text) => text.Replace("\\n", "\n", StringComparison.Ordinal);

    private static IEnumerable<string> Lines(string file) =>
        Read(file).Split('\n').Where(static line => line.Length > 0 && !line.StartsWith('#')).Select(static line => line.EndsWith(" |", StringComparison.Ordinal) ? line + " " : line);
}
