using System.Text.RegularExpressions;
using Pod.Templates.Tests.Support;
using YamlDotNet.Serialization;

namespace Pod.Templates.Tests;

/// <summary>The CI workflow of a created application, as GitHub would read it.</summary>
[Collection(nameof(TemplateTests))]
public sealed partial class WorkflowFileTests(PackedTemplates templates)
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task It_checks_all_that_can_be_checked_and_may_only_read(bool database, bool docker)
    {
        var application = await templates.CreateAsync("my-shop", (TemplateOptions.Default with { Database = database, Docker = docker, Web = false }).Arguments());
        var text = application.Read(".github/workflows/ci.yml");
        var workflow = new Deserializer().Deserialize<Dictionary<string, object>>(text);
        var jobs = Map(workflow["jobs"]);
        var test = Map(jobs["test"]);
        var commands = List(test["steps"]).Select(Map).Select(static step => step.GetValueOrDefault("run") as string ?? "").ToList();
        int Place(string command) => commands.FindIndex(run => run.Contains(command, StringComparison.Ordinal));

        Assert.Equal([KeyValuePair.Create<object, object>("contents", "read")], Map(workflow["permissions"]));
        Assert.DoesNotContain("secrets.", text, StringComparison.Ordinal);
        Assert.All(List(test["steps"]).Select(Map).Where(static step => step.ContainsKey("uses")), static step => Assert.Matches(PinnedAction(), (string)step["uses"]));
        Assert.Equal(docker, jobs.ContainsKey("image"));
        Assert.Equal(database, test.ContainsKey("services"));
        Assert.Equal(database, Place("dotnet pod migration check") > 0);
        Assert.Equal(database ? 2 : 1, commands.Count(static run => run.StartsWith("dotnet test my-shop.sln", StringComparison.Ordinal)));
        Assert.Equal(database, text.Contains("POD_TEST_CONNECTION: Host=localhost", StringComparison.Ordinal));
        string[] order =
        [
            "dotnet tool restore", "dotnet build my-shop.sln", "dotnet pod generate --check", "dotnet format my-shop.sln", "dotnet test my-shop.sln",
            "dotnet pod contract check --against", "--vulnerable",
        ];
        Assert.All(order, command => Assert.InRange(Place(command), 0, commands.Count));
        Assert.Equal(order, order.OrderBy(Place));
    }

    private static Dictionary<object, object> Map(object value) => (Dictionary<object, object>)value;

    private static List<object> List(object value) => (List<object>)value;

    [GeneratedRegex("^[a-z-]+/[a-z-]+@[0-9a-f]{40}$")]
    private static partial Regex PinnedAction();
}
