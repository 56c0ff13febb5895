using Pod.Templates.Tests.Support;

namespace Pod.Templates.Tests;

/// <summary>Applications as somebody gets them who types <c>dotnet new pod</c>: built as CI builds them, and tested.</summary>
[Collection(nameof(TemplateTests))]
public sealed class CreatedApplicationTests(PackedTemplates templates)
{
    [Theory]
    [InlineData("my-app", "--web", "none", "--aspire", "false", "--redis", "false")]
    [InlineData("My.2nd.App", "--database", "false", "--redis", "false")]
    public async Task An_application_is_what_its_sources_generate_builds_without_warnings_and_passes_its_tests(string name, params string[] options)
    {
        var application = await templates.CreateAsync(name, options);

        await application.BuildAsync(application.Tests);
        if (!options.Contains("--web"))
        {
            await application.BuildAsync(application.Web);
        }

        Assert.Contains("Passed!", (await application.TestAsync()).Succeeded().Output, StringComparison.Ordinal);
    }
}
