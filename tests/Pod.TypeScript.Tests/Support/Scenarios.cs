using System.Text.Json.Nodes;

namespace Pod.TypeScript.Tests.Support;

/// <summary>Files with calls and what they come to, which every client runs.</summary>
internal static class Scenarios
{
    public static readonly string[] Files = ["calls", "models", "errors", "streams"];

    private static readonly string[] Outcomes = ["result", "items", "error"];

    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Scenarios", file + ".json");

    public static JsonArray Read(string file) => JsonNode.Parse(File.ReadAllText(PathOf(file)))!.AsArray();

    /// <summary>Fails unless each scenario came to what its file says.</summary>
    public static void Check(string file, JsonArray outcomes)
    {
        var scenarios = Read(file);
        Assert.Equal(scenarios.Count, outcomes.Count);
        foreach (var (scenario, outcome) in scenarios.Zip(outcomes))
        {
            var expected = new JsonObject();
            foreach (var member in Outcomes.Where(member => scenario!.AsObject().ContainsKey(member)))
            {
                expected[member] = scenario![member]?.DeepClone();
            }

            Assert.True(JsonNode.DeepEquals(expected, outcome), $"{scenario!["call"]}\nexpected: {expected.ToJsonString()}\nactual:   {outcome?.ToJsonString()}");
        }
    }
}
