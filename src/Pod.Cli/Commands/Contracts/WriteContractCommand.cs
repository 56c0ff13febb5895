using System.CommandLine;
using Pod.Cli.Output;
using Pod.Cli.Projects;
using Pod.Generator.Contracts;
using Pod.Generator.Diagnostics;

namespace Pod.Cli.Commands.Contracts;

/// <summary><c>dotnet pod contract write</c>: the contract alone; <c>generate</c> writes it, too.</summary>
internal static class WriteContractCommand
{
    public static Command Create()
    {
        var project = ProjectOption.Create();
        var input = new Option<string>("--input") { Description = "The file that MSBuild wrote about the project.", Hidden = true };
        var command = new Command("write", $"Writes {ContractWriter.FileName}.") { project, input };
        command.SetOutputAction(async (arguments, output, cancellationToken) =>
        {
            var server = ProjectOption.Locate(arguments, project);
            var (result, store) = await new ProjectGeneration(server).RunAsync(arguments.GetValue(input), cancellationToken);
            output.Report(result.Diagnostics, server.Folder);
            if (result.Diagnostics.Any(static finding => finding.Severity == DiagnosticSeverity.Error))
            {
                return ExitCode.Failure;
            }

            var changes = store.Compare([.. result.Files.Where(static file => file.Path == ContractWriter.FileName)]) with { Deleted = [] };
            GeneratedFileStore.Apply(changes);
            output.Data["written"] = changes.Written.Count > 0;
            output.Result(changes.Written.Count > 0 ? $"{ContractWriter.FileName} was written." : $"{ContractWriter.FileName} is up to date.");
            return ExitCode.Success;
        });
        return command;
    }
}
