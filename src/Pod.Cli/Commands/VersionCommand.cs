using System.CommandLine;
using Pod.Generator.Emission;

namespace Pod.Cli.Commands;

/// <summary><c>dotnet pod version</c>.</summary>
internal static class VersionCommand
{
    public static Command Create()
    {
        var command = new Command("version", "Prints the versions of the tool and of .NET.");
        command.SetAction(static _ =>
        {
            Console.WriteLine($"Pod {GeneratorVersion.Text}");
            Console.WriteLine($".NET {Environment.Version}");
            return ExitCode.Success;
        });
        return command;
    }
}
