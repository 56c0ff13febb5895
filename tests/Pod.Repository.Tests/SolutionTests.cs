using System.Text.RegularExpressions;
using Pod.Repository.Tests.Support;

namespace Pod.Repository.Tests;

/// <summary>Two solutions: what restores from any feed, and that together with what has Aspire's types in it.</summary>
public sealed partial class SolutionTests
{
    private static readonly string[] Folders = ["src", "tests", "samples", "benchmarks"];
    private static readonly string[] OfAspire =
    [
        "src/Pod.AppHost/Pod.AppHost.csproj", "src/Pod.Aspire/Pod.Aspire.csproj", "src/Pod.Hosting/Pod.Hosting.csproj", "tests/Pod.AppHost.Tests/Pod.AppHost.Tests.csproj",
    ];

    [Fact]
    public void Every_project_is_in_Pod_sln_unless_it_needs_Aspire() =>
        Assert.Equal(Sorted(Projects().Except(OfAspire)), Sorted(ProjectsOf("Pod.sln")));

    [Fact]
    public void Pod_Aspire_sln_has_all_projects() =>
        Assert.Equal(Sorted(Projects()), Sorted(ProjectsOf("Pod.Aspire.sln")));

    // The projects below templates/ belong to those who create them; one packs them.
    private static IEnumerable<string> Projects() =>
        Folders.SelectMany(static folder => RepositoryFiles.Find(folder, ".csproj")).Append("templates/Pod.Templates.csproj");

    private static IEnumerable<string> ProjectsOf(string solution) =>
        ProjectPath().Matches(RepositoryFiles.Read(solution)).Select(static match => match.Groups[1].Value.Replace('\\', '/'));

    private static List<string> Sorted(IEnumerable<string> paths) => [.. paths.Order(StringComparer.Ordinal)];

    [GeneratedRegex("""
        "([^"]+\.csproj)"
        """)]
    private static partial Regex ProjectPath();
}
