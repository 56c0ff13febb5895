using System.CommandLine;
using Pod.Cli.Output;

namespace Pod.Cli.Commands;

/// <summary><c>dotnet pod completion</c>: the script that a shell loads to complete commands and options.</summary>
internal static class CompletionCommand
{
    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh, fish or pwsh." };
        shell.AcceptOnlyFromAmong([.. CompletionScripts.ByShell.Keys]);
        var command = new Command("completion", "Prints what a shell needs to complete commands and options.") { shell };
        command.SetOutputAction((arguments, output, _) =>
        {
            var script = CompletionScripts.ByShell[arguments.GetValue(shell)!];
            output.Data["script"] = script;
            output.Result(script);
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }
}
