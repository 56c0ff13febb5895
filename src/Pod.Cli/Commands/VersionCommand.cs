using System.CommandLine;
using Pod.Cli.Output;
using Pod.Generator;

namespace Pod.Cli.Commands;

/// <summary><c>dotnet pod version</c>.</summary>
internal static class VersionCommand
{
    public static Command Create()
    {
        var command = new Command("version", "Prints the versions of the tool and of .NET.");
        command.SetOutputAction(static (_, output, _) =>
        {
            output.Data["pod"] = GeneratorVersion.Text;
            output.Data["dotnet"] = Environment.Version.ToString();
            output.Result($"Pod {GeneratorVersion.Text}");
            output.Result($".NET {Environment.Version}");
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }
}
