using System.Text.RegularExpressions;
using Pod.Generator;
using Pod.Generator.Parsing;
using Pod.Repository.Tests.Support;

namespace Pod.Repository.Tests;

/// <summary>
/// The model examples of docs/diagnostics are run: the wrong one gets its diagnostic, the right one gets no error and not that one. What needs more
/// than model files stands in other blocks.
/// </summary>
public sealed partial class DiagnosticExampleTests
{
    public static TheoryData<string> Pages => ["models-POD1000.md", "fields-POD1100.md", "relations-POD1200.md", "indexes-POD1300.md"];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Wrong_examples_are_wrong(string page) => Violations.None(
        $"These wrong examples of {page} are not reported.",
        from example in Examples(page)
        let found = Generate(example.Wrong)
        where !found.Any(diagnostic => diagnostic.Id == example.Id)
        select $"{example.Id}: {string.Join(", ", found)}");

    [Theory]
    [MemberData(nameof(Pages))]
    public void Right_examples_are_right(string page) => Violations.None(
        $"These right examples of {page} are reported.",
        from example in Examples(page)
        from diagnostic in Generate(example.Right)
        where diagnostic.Id == example.Id || diagnostic.Severity == Generator.Diagnostics.DiagnosticSeverity.Error
        select $"{example.Id}: {diagnostic}");

    private static List<(string Id, string Wrong, string Right)> Examples(string page)
    {
        var examples = Example().Matches(RepositoryFiles.Read("docs/diagnostics/" + page))
            .Select(static match => (match.Groups["id"].Value, match.Groups["wrong"].Value, match.Groups["right"].Value)).ToList();
        Assert.NotEmpty(examples);
        return examples;
    }

    private static IReadOnlyList<Generator.Diagnostics.Diagnostic> Generate(string text) => ProjectGenerator.Generate(new GenerationInput
    {
        Module = "sample",
        ServerNamespace = "Sample.Server",
        ClientNamespace = "Sample.Client",
        ClientClass = "SampleClient",
        ModelFiles = [.. Files(text)],
        CSharpFiles = [],
        References = [],
    }).Diagnostics;

    // Several files stand below lines such as '# person.pod.yaml'.
    private static IEnumerable<SourceFile> Files(string text)
    {
        var parts = FileLine().Split(text);
        return parts.Length == 1
            ? [new SourceFile("model.pod.yaml", text)]
            : Enumerable.Range(0, parts.Length / 2).Select(index => new SourceFile(parts[(index * 2) + 1], parts[(index * 2) + 2]));
    }

    [GeneratedRegex(@"^## (?<id>POD\d{4}):((?!^## ).)*?```yaml\n(?<wrong>.*?)```((?!^## ).)*?```yaml\n(?<right>.*?)```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"^# (\S+\.pod\.yaml)\n", RegexOptions.Multiline)]
    private static partial Regex FileLine();
}
