using System.Text.Json.Nodes;
using Pod.Cli.Output;
using Pod.Database;

namespace Pod.Cli.Commands.Migrations;

/// <summary>Prints what <c>--dry-run</c> would execute.</summary>
internal static class PlanOutput
{
    public static void Print(IReadOnlyList<PlannedScript> plan, CommandOutput output)
    {
        output.Data["steps"] = new JsonArray([.. plan.Select(static script => new JsonObject
        {
            ["version"] = script.Version,
            ["file"] = script.File,
            ["step"] = script.Step,
            ["transaction"] = script.IsTransactional,
            ["statements"] = new JsonArray([.. script.Statements]),
        })]);
        foreach (var script in plan)
        {
            output.Result(script.ToString());
        }

        if (plan.Count == 0)
        {
            output.Result("Nothing to do.");
        }
    }
}
