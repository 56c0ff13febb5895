using System.Text.Json.Nodes;
using Pod.Generator.Parsing;
using Pod.Generator.Tests.Support;

namespace Pod.Generator.Tests.Contracts;

/// <summary>One change of the corpus's shop, with all that has to be found. A change of a type is made to three at once: one sent, one received, one both.</summary>
/// <param name="Name">The change in words.</param>
/// <param name="File">The file without its ending.</param>
/// <param name="Before">What is replaced; empty for no change at all.</param>
/// <param name="After">What stands there then.</param>
/// <param name="Expected">Id, subject and impact of each difference.</param>
/// <param name="Outcomes">The parts of the client's exercise that the change can touch, each with the worst impact on it.</param>
internal sealed record CorpusEdit(
    string Name, string File, string Before, string After, IReadOnlyList<string> Expected, IReadOnlyList<(string Part, string Impact)> Outcomes)
{
    private static readonly string[] Types = ["In", "Out", "Both"];
    private static readonly string[] Impacts = ["safe", "risky", "breaking"];

    public static CorpusEdit None { get; } = new("no change", "", "", "", [], [("Calls", "safe"), .. Types.Select(static type => (type, "safe"))]);

    /// <summary>What a server says that makes use of the change: members of JSON.</summary>
    public string Says { get; private init; } = "";

    public static IReadOnlyList<CorpusEdit> ReadAll() => [.. Lines("type-edits.txt").Select(OfTypes), .. Lines("call-edits.txt").Select(OfCalls)];

    /// <summary>Gives the shop's files after the change.</summary>
    public IEnumerable<SourceFile> Files()
    {
        var text = string.Concat(Read("shop.txt").Split("=== ", StringSplitOptions.RemoveEmptyEntries).SelectMany(static file => file.Contains("{M}", StringComparison.Ordinal)
            ? Types.Select(type => "=== " + file.Replace("{M}", type, StringComparison.Ordinal))
            : ["=== " + file]));
        if (Before.Length > 0)
        {
            text = File.Contains("{M}", StringComparison.Ordinal) ? Types.Aggregate(text, Apply) : Apply(text, "");
        }

        return MarkedSources.Parse(Says.Length > 0 ? Say(text) : text).Files;
    }

    public static string Read(string file) => System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Contracts", "Corpus", file)).ReplaceLineEndings("\n");

    private string Apply(string text, string type)
    {
        var (file, before, after) = (In(File), In(Before), In(After));
        var start = text.IndexOf($"=== {file}.", StringComparison.Ordinal);
        var place = text.IndexOf(before, Math.Max(start, 0), StringComparison.Ordinal);
        Assert.True(start >= 0 && place >= 0, $"The corpus has no '{before}' in '{file}'.");
        return text[..place] + after + text[(place + before.Length)..];

        string In(string part) => part.Replace("{M}", type, StringComparison.Ordinal);
    }

    private string Say(string text)
    {
        const string Quotes = "\"\"\"";
        var start = text.IndexOf(Quotes, StringComparison.Ordinal) + Quotes.Length;
        var end = text.IndexOf(Quotes, start, StringComparison.Ordinal);
        var json = JsonNode.Parse(text[start..end])!.AsObject();
        foreach (var (name, value) in JsonNode.Parse($"{{{Says}}}")!.AsObject())
        {
            json[name] = value?.DeepClone();
        }

        return $"{text[..start]}\n        {json.ToJsonString()}\n        {text[end..]}";
    }

    // Id, subject, impact when sent, impact when received; a type that goes both ways gets the worse.
    private static CorpusEdit OfTypes(string line)
    {
        var (edit, found) = Parse(line);
        var differences = Types.SelectMany(type => found.Select(words => (Type: type, Text: $"{words[0]} {words[1].Replace("{M}", type, StringComparison.Ordinal)}", Impact: type switch
        {
            "In" => words[2],
            "Out" => words[3],
            _ => Worst(words[2..]),
        }))).ToList();
        return edit with
        {
            Expected = [.. differences.Select(static difference => $"{difference.Text} {difference.Impact}")],
            Outcomes = [.. Types.Select(type => (type, Worst(differences.Where(difference => difference.Type == type).Select(static difference => difference.Impact))))],
        };
    }

    private static CorpusEdit OfCalls(string line)
    {
        var (edit, found) = Parse(line);
        return edit with { Expected = [.. found.Select(static words => string.Join(' ', words))], Outcomes = [("Calls", Worst(found.Select(static words => words[2])))] };
    }

    private static (CorpusEdit Edit, List<string[]> Found) Parse(string line)
    {
        var parts = line.Split(" | ");
        Assert.True(parts.Length is 4 or 5, line);
        var edit = new CorpusEdit(line, parts[0].Trim(), Unescape(parts[1]), Unescape(parts[2]), [], []) { Says = parts.Length == 5 ? parts[4] : "" };
        return (edit, [.. parts[3].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(static found => found.Split(' '))]);
    }

    private static string Worst(IEnumerable<string> impacts) => Impacts[impacts.Select(static impact => Array.IndexOf(Impacts, impact)).Append(0).Max()];

    private static string Unescape(string text) => text.Replace("\\n", "\n", StringComparison.Ordinal);

    private static IEnumerable<string> Lines(string file) =>
        Read(file).Split('\n').Where(static line => line.Length > 0 && !line.StartsWith('#')).Select(static line => line.EndsWith(" |", StringComparison.Ordinal) ? line + " " : line);
}
