using System.IO.Compression;
using System.Xml.Linq;
using Pod.Templates.Tests.Support;

namespace Pod.Templates.Tests;

/// <summary>What a feed gets.</summary>
[Collection(nameof(TemplateTests))]
public sealed class PackageTests(PackedTemplates templates)
{
    // The part of the build, and the templates, have no assembly that could be debugged.
    private static readonly string[] WithoutSymbols = ["Pod.Generator", "Pod.Templates"];

    // They need packages that only some feeds have: eng/pack.sh --aspire.
    private static readonly string[] OfAspire = ["Pod.AppHost", "Pod.Aspire", "Pod.Hosting"];

    [Fact]
    public void Every_project_below_src_is_a_package_of_the_repositorys_version()
    {
        var projects = Directory.EnumerateDirectories(Path.Combine(Checkout.Root, "src")).Select(Path.GetFileName).OfType<string>()
            .Where(static name => name.StartsWith("Pod.", StringComparison.Ordinal)).Except(OfAspire).Append("Pod.Templates");

        Assert.Equal(projects.Order(StringComparer.Ordinal), Packages().Select(static package => package.Id).Order(StringComparer.Ordinal));
        Assert.Single(Packages().Select(static package => package.Version).Distinct());
    }

    [Fact]
    public void Every_package_says_what_it_is_and_under_which_licence()
    {
        foreach (var package in Packages())
        {
            Assert.Equal("MIT", package.Value("license"));
            Assert.True(package.Value("description").Length > 20, package.Id);
            Assert.NotEqual("Package Description", package.Value("description"));
            Assert.NotEmpty(package.Value("tags"));
            Assert.Equal("README.md", package.Value("readme"));
            Assert.Contains("README.md", package.Files);
            Assert.Contains(package.Metadata, static element => element.Name.LocalName == "repository" && (string?)element.Attribute("type") == "git");
            Assert.Equal(!WithoutSymbols.Contains(package.Id), File.Exists(Path.ChangeExtension(package.Path, ".snupkg")));
        }
    }

    [Fact]
    public void The_generators_package_is_its_build_targets_and_the_tool_that_they_run()
    {
        var package = Packages().Single(static package => package.Id == "Pod.Generator");

        Assert.Contains("build/Pod.Generator.targets", package.Files);
        Assert.Contains("tools/net10.0/dotnet-pod.dll", package.Files);
        Assert.Contains("tools/net10.0/Pod.Generator.dll", package.Files);
        Assert.DoesNotContain(package.Files, static file => file.StartsWith("lib/", StringComparison.Ordinal));
        Assert.DoesNotContain(package.Metadata, static element => element.Name.LocalName == "dependencies");
    }

    [Fact]
    public void The_clients_package_brings_generation_to_whoever_references_it()
        => Assert.Contains("buildTransitive/Pod.Client.targets", Packages().Single(static package => package.Id == "Pod.Client").Files);

    [Fact]
    public void The_tools_package_is_a_tool()
    {
        var package = Packages().Single(static package => package.Id == "Pod.Cli");

        Assert.Contains(package.Metadata.Descendants(), static element => (string?)element.Attribute("name") == "DotnetTool");
    }

    [Fact]
    public void The_templates_package_has_nothing_of_a_build()
    {
        var package = Packages().Single(static package => package.Id == "Pod.Templates");

        Assert.Contains("content/pod/.template.config/template.json", package.Files);
        Assert.Contains("content/pod/.editorconfig", package.Files);
        Assert.DoesNotContain(package.Files, static file => file.Contains("/bin/", StringComparison.Ordinal) || file.Contains("/obj/", StringComparison.Ordinal));
    }

    private IEnumerable<Package> Packages() => Directory.EnumerateFiles(templates.Feed, "*.nupkg").Select(Read);

    private static Package Read(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        using var nuspec = zip.Entries.Single(static entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return new Package(path, [.. XDocument.Load(nuspec).Root!.Elements().Single().Elements()], [.. zip.Entries.Select(static entry => entry.FullName)]);
    }

    private sealed record Package(string Path, IReadOnlyList<XElement> Metadata, IReadOnlyList<string> Files)
    {
        public string Id => Value("id");

        public string Version => Value("version");

        public string Value(string name) => Metadata.Single(element => element.Name.LocalName == name).Value;
    }
}
