using System.Xml.Linq;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pod.Repository.Tests.Support;

namespace Pod.Repository.Tests;

/// <summary>Who may know whom: the table of docs/architecture.md as data.</summary>
public sealed class DependencyDirectionTests
{
    // Project -> the projects, packages and frameworks that it may reference. Nothing else is allowed.
    private static readonly Dictionary<string, string[]> MayReference = new(StringComparer.Ordinal)
    {
        ["Pod.Schema"] = [],
        ["Pod.Protocol"] = [],
        ["Pod.Database"] = ["Pod.Schema", "Pod.Protocol", "Npgsql", "Microsoft.Extensions.Logging.Abstractions"],
        ["Pod.EmbeddedPostgres"] = [],
        ["Pod.Runtime"] = ["Pod.Database", "Pod.Protocol", "Pod.EmbeddedPostgres", "Microsoft.AspNetCore.App"],
        ["Pod.Redis"] = ["Pod.Runtime", "StackExchange.Redis", "Microsoft.AspNetCore.App"],
        ["Pod.Testing"] = ["Pod.Runtime", "Microsoft.AspNetCore.App"],
        ["Pod.Client"] = ["Pod.Protocol"],
        ["Pod.Client.Hosting"] = ["Pod.Client", "Microsoft.AspNetCore.App"],
        ["Pod.Generator"] = ["Pod.Schema", "YamlDotNet", "Microsoft.CodeAnalysis.CSharp"],
        ["Pod.ServiceDefaults"] = ["Microsoft.AspNetCore.App", "OpenTelemetry", "OpenTelemetry.Exporter.OpenTelemetryProtocol", "Polly.Core"],
        ["Pod.Hosting"] = ["Aspire.Hosting", "Aspire.Hosting.PostgreSQL", "Aspire.Hosting.Redis", "Npgsql"],
        ["Pod.Aspire"] = ["Aspire.Npgsql", "Aspire.StackExchange.Redis", "Microsoft.AspNetCore.App"],
        ["Pod.AppHost"] =
        [
            "Pod.Cli", "Pod.Hosting", "Chat.Server", "Aspire.Hosting.Azure.AppContainers", "Aspire.Hosting.Docker", "Aspire.Hosting.Kubernetes",
        ],
        ["Pod.Cli"] = ["Pod.Generator", "Pod.Database", "Pod.EmbeddedPostgres", "Spectre.Console", "System.CommandLine", "Microsoft.AspNetCore.App"],
    };

    // Folder of Pod.Generator -> names that must not occur in its code. The folders are the pipeline: data flows down, never back.
    public static TheoryData<string, string[]> PipelineFolders => new()
    {
        { "Model", ["Pod.Generator.Parsing", "Pod.Generator.Analysis", "Pod.Generator.Emission", "YamlDotNet", "Microsoft.CodeAnalysis"] },
        { "Emission", ["Pod.Generator.Parsing", "Pod.Generator.Analysis", "Pod.Generator.Endpoints", "YamlDotNet"] },
        { "Parsing", ["Pod.Generator.Analysis", "Pod.Generator.Emission", "Pod.Generator.Model", "Microsoft.CodeAnalysis"] },
        { "Analysis", ["Pod.Generator.Emission", "YamlDotNet", "Microsoft.CodeAnalysis"] },
        { "Migrations", ["Pod.Generator.Parsing", "Pod.Generator.Emission", "YamlDotNet", "Microsoft.CodeAnalysis"] },
    };

    [Fact]
    public void Projects_reference_only_what_the_table_allows() => Violations.None(
        "A reference that the dependency table does not allow. Change the design first: docs/architecture.md, then this table.",
        from project in RepositoryFiles.Find("src", ".csproj")
        let name = Path.GetFileNameWithoutExtension(project)
        from reference in MayReference.TryGetValue(name, out var allowed) ? References(project).Except(allowed) : ["is not in the table"]
        select $"{project}: {reference}");

    [Fact]
    public void The_architecture_page_names_every_project()
    {
        var page = RepositoryFiles.Read("docs/architecture.md");
        Violations.None("docs/architecture.md does not name these projects.", MayReference.Keys.Where(name => !page.Contains($"`{name}`", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(PipelineFolders))]
    public void Folders_of_the_generator_know_only_what_comes_before(string folder, string[] forbidden) => Violations.None(
        $"Code in {folder}/ knows a part of the generator that it must not know.",
        from path in RepositoryFiles.HandWritten("src/Pod.Generator/" + folder)
        from name in CSharpSource.Parse(path).DescendantNodes().Where(static node => node is NameSyntax or MemberAccessExpressionSyntax)
        where forbidden.Any(part => Names(name.ToString(), part))
        select $"{path}: {name}");

    private static IEnumerable<string> References(string project) =>
        from element in XDocument.Parse(RepositoryFiles.Read(project)).Descendants()
        where element.Name.LocalName is "ProjectReference" or "PackageReference" or "FrameworkReference"
        let include = (string)element.Attribute("Include")!
        select element.Name.LocalName == "ProjectReference" ? Path.GetFileNameWithoutExtension(include.Replace('\\', '/')) : include;

    // 'Parsing.SourceSpan' inside Pod.Generator means the same as 'Pod.Generator.Parsing.SourceSpan'.
    private static bool Names(string name, string part) =>
        name.StartsWith(part, StringComparison.Ordinal) || name.StartsWith(part.Replace("Pod.Generator.", "", StringComparison.Ordinal) + ".", StringComparison.Ordinal);
}
