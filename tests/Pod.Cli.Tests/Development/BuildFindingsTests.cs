using Pod.Cli.Development.Steps;
using Pod.Generator.Diagnostics;

namespace Pod.Cli.Tests.Development;

public sealed class BuildFindingsTests
{
    [Theory]
    [InlineData("/src/App/Note.cs(7,68): error CS1002: ; expected [/src/App/App.csproj]", "/src/App/Note.cs(7,68): error CS1002: ; expected")]
    [InlineData(@"C:\src\Note.cs(7,68): warning CS0168: unused [C:\src\App.csproj]", @"C:\src\Note.cs(7,68): warning CS0168: unused")]
    [InlineData("/src/App/note.pod.yaml(4,9): error POD1102: the type 'strng' is unknown.", "/src/App/note.pod.yaml(4,9): error POD1102: the type 'strng' is unknown.")]
    [InlineData("CSC : error CS5001: no Main [/src/App/App.csproj]", "error CS5001: no Main")]
    [InlineData("  MSBUILD : error MSB1009: Project file does not exist.", "error MSB1009: Project file does not exist.")]
    [InlineData("/src/App/App.csproj : error NU1101: Unable to find package Nope. [/src/App.sln]", "error NU1101: Unable to find package Nope.")]
    public void Findings_are_read_with_their_places(string line, string expected)
    {
        var findings = new BuildFindings();
        findings.Read(line);

        Assert.Equal(expected, Assert.Single(findings.All(isBuilt: expected.Contains("warning", StringComparison.Ordinal))).ToString());
    }

    [Fact]
    public void What_a_build_says_twice_is_found_once()
    {
        var findings = new BuildFindings();
        findings.Read("/a.cs(1,1): error CS1002: ; expected [/a.csproj]");
        findings.Read("Build FAILED.");
        findings.Read("/a.cs(1,1): error CS1002: ; expected [/a.csproj]");

        Assert.Single(findings.All(isBuilt: false));
        Assert.Equal(1, findings.Errors);
    }

    [Fact]
    public void A_build_that_fails_without_a_finding_gives_what_it_printed()
    {
        var findings = new BuildFindings();
        findings.Read("/b.cs(1,1): warning CS0168: unused [/a.csproj]");
        findings.Read("Killed");

        Assert.Contains(findings.All(isBuilt: false), static finding => finding is { Severity: DiagnosticSeverity.Error, Message: "Killed" });
    }
}
