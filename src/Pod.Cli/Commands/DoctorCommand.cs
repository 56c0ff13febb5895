using System.CommandLine;
using System.Text.Json.Nodes;
using Pod.Cli.Database;
using Pod.Cli.Doctor;
using Pod.Cli.Output;
using Pod.Cli.Projects;

namespace Pod.Cli.Commands;

/// <summary><c>dotnet pod doctor</c>: what is wrong with machine and project, and what helps.</summary>
internal static class DoctorCommand
{
    private const string Production = "Production";

    public static Command Create()
    {
        var project = ProjectOption.Create();
        var connection = new ConnectionOptions();
        var fix = new Option<bool>("--fix") { Description = "Mends what can be mended without risk, and says so." };
        var production = new Option<bool>("--production") { Description = "Examines the configuration of production instead of this machine." };
        var command = new Command("doctor", "Looks for what is wrong with machine and project, and says what helps.") { project, fix, production };
        connection.AddTo(command);
        command.SetOutputAction(async (arguments, output, cancellationToken) =>
        {
            var server = ProjectOption.Locate(arguments, project);
            var isProduction = arguments.GetValue(production);
            var mode = isProduction ? Production : connection.ModeOf(arguments);
            var patient = new DoctorPatient(server, mode, ServerConfiguration.Read(server, mode), token => connection.OpenAsync(arguments, server, token));
            output.Result($"✓ project: {server.Name} in {server.Folder}");
            return await ReportAsync(new DoctorRun(patient, arguments.GetValue(fix)).RunAsync(DoctorRun.Checks(isProduction, TimeProvider.System), cancellationToken), output);
        });
        return command;
    }

    private static async Task<int> ReportAsync(IAsyncEnumerable<(string Subject, DoctorFinding Finding, bool IsMended)> findings, CommandOutput output)
    {
        var list = new JsonArray();
        var exitCode = ExitCode.Success;
        await foreach (var (subject, finding, isMended) in findings)
        {
            output.Result($"{finding.Mark} {subject}: {finding.Text}{(isMended ? " (mended)" : "")}");
            if (finding.Remedy is { } remedy)
            {
                output.Result($"    → {remedy}");
            }

            list.Add(new JsonObject
            {
                ["subject"] = subject,
                ["outcome"] = finding.Outcome.ToString().ToLowerInvariant(),
                ["text"] = finding.Text,
                ["remedy"] = finding.Remedy,
                ["mended"] = isMended,
            });
            exitCode = finding.Outcome == DoctorOutcome.Failure ? ExitCode.Failure : exitCode;
        }

        output.Data["checks"] = list;
        return exitCode;
    }
}
