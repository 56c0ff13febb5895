using System.Globalization;
using System.Text.RegularExpressions;
using Pod.Repository.Tests.Support;

namespace Pod.Repository.Tests;

/// <summary>Every diagnostic has an id of its family, a test that expects it and a section in docs/diagnostics.</summary>
public sealed partial class DiagnosticCatalogTests
{
    private const string Descriptors = "src/Pod.Generator/Diagnostics/Descriptors";
    private const string Pages = "docs/diagnostics";

    // Id -> why no test expects it.
    private static readonly Dictionary<string, string> WithoutTest = new(StringComparer.Ordinal)
    {
        ["POD3053"] = "a log message; MigrationRunnerTests expects its version in MigrationResult.Changed",
    };

    [Fact]
    public void Ids_are_unique() => Violations.None(
        "An id stands for one rule.",
        Rules().GroupBy(static rule => rule.Id).Where(static group => group.Count() > 1)
            .Select(static group => $"{group.Key}: {string.Join(", ", group.Select(static rule => rule.File))}"));

    [Fact]
    public void Ids_are_in_the_range_of_their_file() => Violations.None(
        "The comment of the class says which ids it holds.",
        from rule in Rules()
        let range = Range().Match(RepositoryFiles.Read(rule.File))
        let number = int.Parse(rule.Id.AsSpan(3), CultureInfo.InvariantCulture)
        where !range.Success
            || number < int.Parse(range.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            || number > int.Parse(range.Groups[2].ValueSpan, CultureInfo.InvariantCulture)
        select $"{rule.File}: {rule.Id}");

    [Fact]
    public void Every_rule_of_the_generator_is_expected_by_one_of_its_tests() => Violations.None(
        "Write a test with the id marked where it is reported: tests/Pod.Generator.Tests/Analysis.",
        Rules().Select(static rule => rule.Id).Except(IdsInTests("tests/Pod.Generator.Tests")));

    [Fact]
    public void Every_other_id_is_expected_by_a_test() => Violations.None(
        "Write a test that expects the id.",
        OtherIds().Select(static rule => rule.Id).Except(IdsInTests("tests")).Except(WithoutTest.Keys));

    [Fact]
    public void Every_id_has_a_section_with_its_rule() => Violations.None(
        "Write the section: '## id: rule', the wrong and the right example, one sentence why. The rule's words are those of the descriptor.",
        Rules().Select(static rule => $"## {rule.Id}: {rule.Title}").Except(Headings())
            .Concat(OtherIds().Where(static other => !Headings().Any(heading => heading.StartsWith($"## {other.Id}: ", StringComparison.Ordinal)))
                .Select(static other => $"## {other.Id}: … ({other.File})")));

    [Fact]
    public void Every_section_belongs_to_an_id() => Violations.None(
        "These sections describe no id of the code, or describe one twice.",
        Headings().Select(static heading => heading.Split(' ', ':')[1])
            .GroupBy(static id => id)
            .Where(static group => group.Count() > 1 || !Rules().Concat(OtherIds()).Any(rule => rule.Id == group.Key))
            .Select(static group => group.Key));

    [Fact]
    public void Every_id_is_in_the_index()
    {
        var index = RepositoryFiles.Read(Pages + "/README.md");
        Violations.None(
            "Add a line to docs/diagnostics/README.md.",
            Rules().Concat(OtherIds()).Select(static rule => rule.Id).Distinct().Where(id => !index.Contains($"[{id}](", StringComparison.Ordinal)));
    }

    private static IEnumerable<(string Id, string Title, string File)> Rules() =>
        from file in RepositoryFiles.HandWritten(Descriptors)
        from Match match in Rule().Matches(RepositoryFiles.Read(file))
        select (match.Groups[1].Value, match.Groups[2].Value, file);

    // Ids that stand in texts of other packages: migrations report when a server starts, the tool when it checks.
    private static IEnumerable<(string Id, string Title, string File)> OtherIds() =>
        from file in RepositoryFiles.HandWritten("src")
        where !file.StartsWith(Descriptors, StringComparison.Ordinal)
        from id in CSharpSource.Texts(CSharpSource.Parse(file)).SelectMany(static text => Id().Matches(text)).Select(static match => match.Value).Distinct()
        select (id, "", file);

    private static HashSet<string> IdsInTests(string folder) =>
    [
        .. RepositoryFiles.HandWritten(folder)
            .Where(static path => !path.StartsWith("tests/Pod.Repository.Tests/", StringComparison.Ordinal))
            .SelectMany(static path => Id().Matches(RepositoryFiles.Read(path)))
            .Select(static match => match.Value),
    ];

    private static IEnumerable<string> Headings() => RepositoryFiles.Find(Pages, ".md")
        .SelectMany(static path => RepositoryFiles.Read(path).Split('\n'))
        .Where(static line => line.StartsWith("## POD", StringComparison.Ordinal));

    [GeneratedRegex("""new\("(POD[0-9]{4})", \w+, "((?:[^"\\]|\\.)*)"\)""")]
    private static partial Regex Rule();

    [GeneratedRegex("<summary>POD([0-9]{4})–POD([0-9]{4}):")]
    private static partial Regex Range();

    [GeneratedRegex(@"POD[0-9]{4}")]
    private static partial Regex Id();
}
