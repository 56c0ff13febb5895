using System.CommandLine;
using Pod.Cli.Output;
using Pod.Cli.Projects.Contracts;

namespace Pod.Cli.Commands.Contracts;

/// <summary><c>dotnet pod contract release</c>: remembers what a released client was made from.</summary>
internal static class ReleaseContractCommand
{
    public static Command Create()
    {
        var project = ProjectOption.Create();
        var name = new Argument<string>("name") { Description = "The release, for example 'ios-1.4'." };
        var command = new Command("release", $"Copies the contract into '{ContractFiles.Folder}', where 'contract check' finds it.") { name, project };
        command.SetOutputAction((arguments, output, _) =>
        {
            var server = ProjectOption.Locate(arguments, project);
            var release = arguments.GetValue(name)!;
            if (release.Length == 0 || release.StartsWith('.') || release.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0)
            {
                throw new CliException($"'{release}' is no name of a file. Give one like 'ios-1.4'.");
            }

            var text = ContractFiles.ReadCurrent(server);
            var path = Path.Combine(server.Folder, ContractFiles.Folder, release + ".json");
            if (File.Exists(path) && File.ReadAllText(path) != text)
            {
                throw new CliException($"'{path}' holds another contract. A release does not change; give this one another name.");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            output.Data["file"] = path;
            output.Result($"The contract of '{release}' is in {path}. Commit it; delete it when nobody uses that client any more.");
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }
}
