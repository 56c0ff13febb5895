using System.Text.Json;
using System.Text.Json.Nodes;
using Pod.Generator.Diagnostics;
using Pod.Generator;

namespace Pod.Cli.Output;

/// <summary>Findings in the form that code scanning reads (SARIF 2.1.0).</summary>
internal static class SarifLog
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Write(IReadOnlyCollection<CommandDiagnostic> findings)
    {
        var rules = findings.Select(static finding => finding.Id).OfType<string>().Distinct().Order(StringComparer.Ordinal);
        var log = new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject
                {
                    ["driver"] = new JsonObject
                    {
                        ["name"] = "dotnet-pod",
                        ["version"] = GeneratorVersion.Text,
                        ["rules"] = new JsonArray([.. rules.Select(static id => new JsonObject { ["id"] = id })]),
                    },
                },
                ["results"] = new JsonArray([.. findings.Select(Result)]),
            }),
        };
        return log.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Result(CommandDiagnostic finding)
    {
        var result = new JsonObject
        {
            ["ruleId"] = finding.Id,
            ["level"] = finding.Severity switch
            {
                DiagnosticSeverity.Error => "error",
                DiagnosticSeverity.Warning => "warning",
                _ => "note",
            },
            ["message"] = new JsonObject { ["text"] = finding.Message },
        };
        if (finding.File is { } file)
        {
            var place = new JsonObject { ["artifactLocation"] = new JsonObject { ["uri"] = new Uri(file).AbsoluteUri } };
            if (finding.Line > 0)
            {
                place["region"] = new JsonObject { ["startLine"] = finding.Line, ["startColumn"] = finding.Column };
            }

            result["locations"] = new JsonArray(new JsonObject { ["physicalLocation"] = place });
        }

        return result;
    }
}
