using System.Text.RegularExpressions;
using Pod.Repository.Tests.Support;

namespace Pod.Repository.Tests;

/// <summary>Links in the documentation lead somewhere.</summary>
public sealed partial class DocumentationLinkTests
{
    [Fact]
    public void Relative_links_point_at_files_and_headings_that_exist() => Violations.None(
        "These links lead nowhere.",
        from page in RepositoryFiles.Find("", ".md")
        from Match link in Link().Matches(Code().Replace(RepositoryFiles.Read(page), ""))
        let target = link.Groups[1].Value
        where !target.Contains(':', StringComparison.Ordinal) && !Exists(page, target)
        select $"{page}: {target}");

    [Fact]
    public void Pages_name_no_path_of_somebodys_machine() => Violations.None(
        "Write paths relative to the repository.",
        from page in RepositoryFiles.Find("", ".md")
        from Match path in MachinePath().Matches(RepositoryFiles.Read(page))
        select $"{page}: {path.Value}");

    private static bool Exists(string page, string target)
    {
        var parts = target.Split('#', 2);
        var path = parts[0].Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, parts[0]);
        var full = Path.GetFullPath(Path.Combine(RepositoryFiles.Root, path));
        return parts.Length == 1
            ? File.Exists(full) || Directory.Exists(full)
            : File.Exists(full) && Anchors(File.ReadAllText(full)).Contains(parts[1]);
    }

    // As GitHub makes them: lower case, spaces become '-', other signs than letters, digits, '-' and '_' vanish; a second one gets '-1'.
    private static HashSet<string> Anchors(string text)
    {
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match heading in Heading().Matches(FencedCode().Replace(text, "")))
        {
            var slug = NotInAnchor().Replace(heading.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-');
            var anchor = slug;
            for (var number = 1; !anchors.Add(anchor); number++)
            {
                anchor = $"{slug}-{number}";
            }
        }

        return anchors;
    }

    [GeneratedRegex(@"\[[^\]]*\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^```.*?^```|`[^`\n]*`", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex FencedCode();

    [GeneratedRegex(@"^#{1,6} (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotInAnchor();

    [GeneratedRegex(@"(?<![\w.<>*-])(?:/(?:home|Users|root|work|tmp/wt)/[\w.-]+|[A-Z]:\\Users\\\w+)[^\s`)]*")]
    private static partial Regex MachinePath();
}
