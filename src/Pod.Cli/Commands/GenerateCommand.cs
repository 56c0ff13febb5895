using System.CommandLine;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Pod.Cli.Output;
using Pod.Cli.Projects;
using Pod.Generator.Diagnostics;

namespace Pod.Cli.Commands;

/// <summary><c>dotnet pod generate</c>: models and endpoints become files.</summary>
internal static class GenerateCommand
{
    public static Command Create()
    {
        var project = ProjectOption.Create();
        var check = new Option<bool>("--check") { Description = "Writes nothing; exits 1 and names the files that would differ." };
        var watch = new Option<bool>("--watch", "-w") { Description = "Goes on generating after every change until Ctrl+C." };
        var input = new Option<string>("--input") { Description = "The file that MSBuild wrote about the project.", Hidden = true };
        var command = new Command("generate", "Generates code from models and endpoints.") { project, check, watch, input };
        command.Subcommands.Add(GenerateTypeScriptCommand.Create());
        command.SetOutputAction(async (arguments, output, cancellationToken) =>
        {
            var server = ProjectOption.Locate(arguments, project);
            var generation = new ProjectGeneration(server);
            return arguments.GetValue(watch)
                ? await GenerationWatcher.RunAsync(server, () => GenerateAsync(server, generation, output, null, isCheck: false, cancellationToken), cancellationToken)
                : await GenerateAsync(server, generation, output, arguments.GetValue(input), arguments.GetValue(check), cancellationToken);
        });
        return command;
    }

    private static async Task<int> GenerateAsync(
        ServerProject project, ProjectGeneration generation, CommandOutput output, string? inputFile, bool isCheck, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var (result, store) = await generation.RunAsync(inputFile, cancellationToken);
        output.Report(result.Diagnostics, project.Folder);
        if (!result.Succeeded)
        {
            return ExitCode.Failure;
        }

        var changes = store.Compare(result.Files);
        if (isCheck)
        {
            return ReportStale(changes, output);
        }

        GeneratedFileStore.Apply(changes);
        var elapsed = Stopwatch.GetElapsedTime(started);
        output.Data["written"] = new JsonArray([.. changes.Written.Keys]);
        output.Data["deleted"] = new JsonArray([.. changes.Deleted]);
        output.Data["unchanged"] = changes.Unchanged;
        output.Result($"{changes.Written.Count} written, {changes.Deleted.Count} deleted, {changes.Unchanged} unchanged in {elapsed.TotalSeconds:0.00} s");
        return ExitCode.Success;
    }

    private static int ReportStale(FileChanges changes, CommandOutput output)
    {
        foreach (var path in changes.Written.Keys.Concat(changes.Deleted).Order(StringComparer.Ordinal))
        {
            output.Report(new CommandDiagnostic("POD4002", DiagnosticSeverity.Error, "the file is not what its sources generate. Run 'dotnet pod generate' and commit the result.", path));
        }

        return changes.IsEmpty ? ExitCode.Success : ExitCode.Failure;
    }
}
