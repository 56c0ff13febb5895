using System.CommandLine;
using System.Text.Json.Nodes;
using Pod.Cli.Output;
using Pod.Cli.Projects.Contracts;
using Pod.Generator.Contracts;
using Pod.Generator.TypeScript;

namespace Pod.Cli.Commands;

/// <summary><c>dotnet pod generate typescript</c>: the contract becomes an npm package.</summary>
internal static class GenerateTypeScriptCommand
{
    private const string BigInt = "bigint";

    public static Command Create()
    {
        var project = ProjectOption.Create();
        var folder = new Option<string>("--out", "-o") { Description = "The package's folder.", Required = true };
        var int64 = new Option<string>("--int64") { Description = "'number' refuses values beyond 2^53 - 1, 'bigint' holds them all.", DefaultValueFactory = static _ => "number" };
        int64.AcceptOnlyFromAmong("number", BigInt);
        var command = new Command("typescript", "Writes a TypeScript client from the contract.") { project, folder, int64 };
        command.SetOutputAction((arguments, output, _) =>
        {
            var server = ProjectOption.Locate(arguments, project);
            var files = Generate(ContractFiles.ReadCurrent(server), new TypeScriptOptions(UsesBigInt: arguments.GetValue(int64) == BigInt));
            Write(Path.GetFullPath(arguments.GetValue(folder)!), files, output);
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    private static IReadOnlyList<TypeScriptFile> Generate(string contract, TypeScriptOptions options)
    {
        try
        {
            return TypeScriptGenerator.Generate(contract, options);
        }
        catch (FormatException exception)
        {
            throw ContractFiles.Unreadable(ContractWriter.FileName, exception);
        }
    }

    // A file that stays as it is keeps its time, so that bundlers do not work for nothing.
    private static void Write(string folder, IReadOnlyList<TypeScriptFile> files, CommandOutput output)
    {
        var written = new List<string>();
        foreach (var file in files)
        {
            var path = Path.Combine(folder, file.Path);
            if (File.Exists(path) && File.ReadAllText(path) == file.Text)
            {
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Text);
            written.Add(file.Path);
        }

        output.Data["written"] = new JsonArray([.. written]);
        output.Result($"{written.Count} written, {files.Count - written.Count} unchanged in {folder}");
    }
}
