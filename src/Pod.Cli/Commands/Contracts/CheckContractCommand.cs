using System.CommandLine;
using System.Text.Json.Nodes;
using Pod.Cli.Output;
using Pod.Cli.Projects.Contracts;
using Pod.Generator;
using Pod.Generator.Contracts;
using Pod.Generator.Contracts.Reading;
using Pod.Generator.Diagnostics;

namespace Pod.Cli.Commands.Contracts;

/// <summary><c>dotnet pod contract check</c>: for CI. Needs no build.</summary>
internal static class CheckContractCommand
{
    public static Command Create()
    {
        var project = ProjectOption.Create();
        var against = new Option<string>("--against")
        {
            Description = $"A contract, a folder with one per release, or a git reference. Default: the project's folder '{ContractFiles.Folder}'.",
        };
        var strict = new Option<bool>("--strict") { Description = "Fails for what is risky, too." };
        var sarif = new Option<string>("--sarif") { Description = "Writes the findings to a SARIF file, too." };
        var command = new Command("check", "Says what the contract breaks for clients of older ones.") { project, against, strict, sarif };
        command.SetOutputAction(async (arguments, output, cancellationToken) =>
        {
            var server = ProjectOption.Locate(arguments, project);
            var published = await ContractFiles.FindAsync(server, arguments.GetValue(against), cancellationToken);
            var allowed = AllowedBreaks.Read(server);
            var current = ContractFiles.Parse(ContractWriter.FileName, ContractFiles.ReadCurrent(server));
            output.Data["differences"] = Report(published, current, allowed, arguments.GetValue(strict), Path.Combine(server.Folder, ContractWriter.FileName), output);
            foreach (var line in allowed.Unused)
            {
                output.Report(new CommandDiagnostic("POD2215", DiagnosticSeverity.Warning, $"'{line.Text}' allows nothing any more. Remove the line.", allowed.File, line.Number, 1));
            }

            if (arguments.GetValue(sarif) is { } file)
            {
                await File.WriteAllTextAsync(file, SarifLog.Write(output.Findings), cancellationToken);
            }

            if (output.Findings.Any(static finding => finding.Severity == DiagnosticSeverity.Error))
            {
                return ExitCode.Failure;
            }

            output.Result($"Clients of {string.Join(", ", published.Select(static contract => $"'{contract.Name}'"))} can call this server.");
            return ExitCode.Success;
        });
        return command;
    }

    private static JsonArray Report(
        IReadOnlyList<(string Name, Contract Contract)> published, Contract current, AllowedBreaks allowed, bool isStrict, string file, CommandOutput output)
    {
        var differences = new JsonArray();
        foreach (var (name, contract) in published)
        {
            foreach (var difference in ContractComparer.Compare(contract, current))
            {
                var isAllowed = difference.Impact != ContractImpact.Safe && allowed.Allows(difference);
                differences.Add(new JsonObject
                {
                    ["against"] = name,
                    ["id"] = difference.Id,
                    ["impact"] = Word(difference.Impact),
                    ["subject"] = difference.Subject,
                    ["message"] = difference.Message,
                    ["allowed"] = isAllowed,
                });
                output.Report(new CommandDiagnostic(
                    difference.Id, isAllowed ? DiagnosticSeverity.Info : Severity(difference.Impact, isStrict), $"{Word(difference.Impact)} for '{name}': {difference.Message}", file));
            }
        }

        return differences;
    }

    private static DiagnosticSeverity Severity(ContractImpact impact, bool isStrict) => impact switch
    {
        ContractImpact.Breaking => DiagnosticSeverity.Error,
        ContractImpact.Risky => isStrict ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };

    private static string Word(ContractImpact impact) => impact switch
    {
        ContractImpact.Breaking => "breaking",
        ContractImpact.Risky => "risky",
        _ => "safe",
    };
}
