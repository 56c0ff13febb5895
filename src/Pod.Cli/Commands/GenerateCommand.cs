using System.CommandLine;
using System.Diagnostics;
using Pod.Cli.Projects;

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
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var server = ProjectOption.Locate(arguments, project);
            var generation = new ProjectGeneration(server);
            return arguments.GetValue(watch)
                ? await GenerationWatcher.RunAsync(server, () => GenerateAsync(server, generation, null, isCheck: false, cancellationToken), cancellationToken)
                : await GenerateAsync(server, generation, arguments.GetValue(input), arguments.GetValue(check), cancellationToken);
        });
        return command;
    }

    private static async Task<int> GenerateAsync(
        ServerProject project, ProjectGeneration generation, string? inputFile, bool isCheck, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var (result, store) = await generation.RunAsync(inputFile, cancellationToken);
        DiagnosticPrinter.Print(result.Diagnostics, project.Folder);
        if (!result.Succeeded)
        {
            return ExitCode.Failure;
        }

        var changes = store.Compare(result.Files);
        if (isCheck)
        {
            return PrintStale(changes);
        }

        GeneratedFileStore.Apply(changes);
        var elapsed = Stopwatch.GetElapsedTime(started);
        Console.WriteLine($"{changes.Written.Count} written, {changes.Deleted.Count} deleted, {changes.Unchanged} unchanged in {elapsed.TotalSeconds:0.00} s");
        return ExitCode.Success;
    }

    private static int PrintStale(FileChanges changes)
    {
        foreach (var path in changes.Written.Keys.Concat(changes.Deleted).Order(StringComparer.Ordinal))
        {
            Console.Error.WriteLine($"{path}: error POD4002: the file is not what its sources generate. Run 'dotnet pod generate' and commit the result.");
        }

        return changes.IsEmpty ? ExitCode.Success : ExitCode.Failure;
    }
}
