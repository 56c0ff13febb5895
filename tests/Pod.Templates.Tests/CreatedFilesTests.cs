using System.Text.Json;
using System.Text.RegularExpressions;
using Pod.Templates.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace Pod.Templates.Tests;

/// <summary>The files that the template makes, for each choice of options; nothing is built here.</summary>
[Collection(nameof(TemplateTests))]
public sealed partial class CreatedFilesTests(PackedTemplates templates)
{
    // What stands in the template where a project has something of its own.
    private static readonly string[] Placeholders =
        ["Pod-App", "Pod_App", "PodApp", "pod-app", "POD_DEFAULT_", "POD_PACKAGE_", "SERVER_PORT", "WEB_PORT", "DASHBOARD_PORT", "OTLP_PORT", "RESOURCE_PORT", "#if", "#endif", "#else", "C1A5E6B0"];

    public static TheoryData<TemplateOptions> Options => [TemplateOptions.Default, .. TemplateOptions.Combinations()];

    [Theory]
    [MemberData(nameof(Options))]
    public async Task An_application_has_what_its_options_say_and_all_of_it_fits_together(TemplateOptions options)
    {
        var application = await templates.CreateAsync("My.Shop-2", options.Arguments());

        HasWhatItsOptionsSay(application, options);
        NothingOfTheTemplateIsLeft(application);
        SolutionHoldsAllProjects(application);
        PagesNameWhatIsThere(application);
        foreach (var file in application.Files)
        {
            Parse(application.PathOf(file));
        }
    }

    [Fact]
    public async Task Notes_for_coding_agents_stay_short()
    {
        var application = await templates.CreateAsync("Shop");

        Assert.InRange(application.Read("AGENTS.md").Split('\n').Length, 40, 150);
        Assert.InRange(application.Read("Shop.Server/Program.cs").Split('\n').Length, 5, 40);
    }

    [Theory]
    [InlineData("my-app", "my_app", "MyAppClient", "my_app_Server")]
    [InlineData("My.App", "My.App", "MyAppClient", "My_App_Server")]
    [InlineData("App2", "App2", "App2Client", "App2_Server")]
    [InlineData("my_new-shop.2nd", "my_new_shop._2nd", "MyNewShop_2ndClient", "my_new_shop__2nd_Server")]
    public async Task Names_with_dots_dashes_and_digits_become_what_each_place_allows(string name, string rootNamespace, string client, string resource)
    {
        var application = await templates.CreateAsync(name);

        Assert.Contains($"namespace {rootNamespace}.Server;", application.Read($"{name}.Server/Endpoints/GreetingEndpoint.cs"), StringComparison.Ordinal);
        Assert.Contains($"class {client} ", application.Read($"{name}.Client/Generated/{client}.cs"), StringComparison.Ordinal);
        Assert.Contains($"<Projects.{resource}>", application.Read($"{name}.AppHost/AppHost.cs"), StringComparison.Ordinal);
        Assert.Matches(@"(?m)^name: [a-z][a-z0-9-]*[a-z0-9]$", application.Read("compose.yaml"));
    }

    [Fact]
    public async Task Two_applications_have_different_ids_and_given_ports()
    {
        var one = await templates.CreateAsync("One", "--server-port", "6001", "--web-port", "6002");
        var other = await templates.CreateAsync("One");

        Assert.Contains("http://localhost:6001", one.Read("One.Server/Properties/launchSettings.json"), StringComparison.Ordinal);
        Assert.Contains("http://localhost:6001", one.Read("One.Web/appsettings.Development.json"), StringComparison.Ordinal);
        Assert.Contains("http://localhost:6002", one.Read("One.Web/Properties/launchSettings.json"), StringComparison.Ordinal);
        Assert.Empty(Id().Matches(one.Read("One.sln")).Select(static match => match.Value).Except(["FAE04EC0-301F-11D3-BF4B-00C04F79EFBC"])
            .Intersect(Id().Matches(other.Read("One.sln")).Select(static match => match.Value)));
    }

    [Fact]
    public async Task Packages_come_from_the_feed_that_the_templates_were_packed_for_or_from_the_usual_one()
    {
        var local = await templates.CreateAsync("Shop");
        var usual = await templates.CreateAsync("Shop", "--feed", "");

        Assert.Contains(templates.Feed, local.Read("nuget.config"), StringComparison.Ordinal);
        Assert.DoesNotContain("nuget.config", usual.Files);
    }

    private static void HasWhatItsOptionsSay(CreatedApplication application, TemplateOptions options)
    {
        void Has(bool isWanted, params string[] files) => Assert.All(files, file => Assert.Equal(isWanted, application.Files.Any(path => path.StartsWith(file, StringComparison.Ordinal))));
        void Mentions(bool isWanted, string file, string text) => Assert.Equal(isWanted, application.Read(file).Contains(text, StringComparison.Ordinal));

        Has(true, "README.md", ".editorconfig", ".gitignore", ".gitattributes", ".config/dotnet-tools.json", ".vscode/launch.json");
        Has(true, "My.Shop-2.Server/My.Shop-2.http", "My.Shop-2.Client/README.md", "My.Shop-2.Client/Generated/MyShop_2Client.cs");
        Has(options.Database, "My.Shop-2.Server/migrations/", "My.Shop-2.Server/Generated/Tables/");
        Has(options.Web, "My.Shop-2.Web/", "My.Shop-2.Client/Generated/MyShop_2ClientServiceCollectionExtensions.cs");
        Has(options.Docker, "Dockerfile", ".dockerignore", "compose.yaml");
        Has(options.GitHub, ".github/workflows/ci.yml", ".github/dependabot.yml");
        Has(options.Agents, "AGENTS.md");
        Has(options.Aspire, "My.Shop-2.AppHost/", "My.Shop-2.ServiceDefaults/");
        Mentions(options.Redis, "My.Shop-2.Server/My.Shop-2.Server.csproj", "Pod.Redis");
        Mentions(options.Redis, "My.Shop-2.Server/Program.cs", "AddPodRedis");
        Mentions(options.Aspire, "My.Shop-2.Server/Program.cs", "AddMyShop_2Defaults");
    }

    private static void NothingOfTheTemplateIsLeft(CreatedApplication application) => Assert.Empty(
        from file in application.Files
        from placeholder in Placeholders
        where file.Contains(placeholder, StringComparison.Ordinal) || application.Read(file).Contains(placeholder, StringComparison.Ordinal)
        select $"{file}: {placeholder}");

    private static void SolutionHoldsAllProjects(CreatedApplication application) => Assert.Equal(
        application.Files.Where(static file => file.EndsWith(".csproj", StringComparison.Ordinal)),
        ProjectPath().Matches(application.Read("My.Shop-2.sln")).Select(static match => match.Groups[1].Value.Replace('\\', '/')).Order(StringComparer.Ordinal));

    private static void PagesNameWhatIsThere(CreatedApplication application)
    {
        var pages = application.Files.Where(static file => file.EndsWith(".md", StringComparison.Ordinal)).ToList();
        Assert.Empty(
            from page in pages
            from Match link in Link().Matches(application.Read(page))
            let target = Path.Combine(Path.GetDirectoryName(application.PathOf(page))!, link.Groups[1].Value)
            where !File.Exists(target) && !Directory.Exists(target)
            select $"{page}: {link.Groups[1].Value}");
        Assert.Empty(
            from page in pages
            from Match project in NamedProject().Matches(application.Read(page))
            where !Directory.Exists(application.PathOf(project.Value))
            select $"{page}: {project.Value}");
    }

    private static void Parse(string path)
    {
        switch (Path.GetExtension(path))
        {
            case ".json":
                using (JsonDocument.Parse(File.ReadAllText(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip }))
                {
                }

                break;
            case ".yaml" or ".yml":
                using (var reader = new StreamReader(path))
                {
                    new YamlStream().Load(reader);
                }

                break;
        }
    }

    [GeneratedRegex("""= "[^"]+", "([^"]+\.csproj)",""")]
    private static partial Regex ProjectPath();

    [GeneratedRegex(@"\[[^\]]*\]\((?!http)([^)\s#]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"My\.Shop-2\.(AppHost|Client|Server\.Tests|Server|ServiceDefaults|Web)(?=[/`\s])")]
    private static partial Regex NamedProject();

    [GeneratedRegex("[0-9A-F]{8}-[0-9A-F-]{27}")]
    private static partial Regex Id();
}
