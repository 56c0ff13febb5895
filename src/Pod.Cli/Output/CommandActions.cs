using System.CommandLine;

namespace Pod.Cli.Output;

/// <summary>Gives commands their action together with <c>--json</c>.</summary>
internal static class CommandActions
{
    /// <summary>Adds the option <c>--json</c> and runs the action; what it cannot do becomes a finding and an exit code.</summary>
    /// <param name="command">The command.</param>
    /// <param name="action">Gives the exit code. A <see cref="CliException"/> of it is printed without a stack trace.</param>
    public static void SetOutputAction(this Command command, Func<ParseResult, CommandOutput, CancellationToken, Task<int>> action)
    {
        var json = new Option<bool>("--json") { Description = "Prints one JSON object with result and findings." };
        command.Options.Add(json);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var output = new CommandOutput(arguments.GetValue(json));
            var exitCode = await RunAsync(action, arguments, output, cancellationToken);
            output.Finish(exitCode);
            return exitCode;
        });
    }

    /// <summary>Runs an action; what it cannot do becomes a finding and an exit code.</summary>
    public static async Task<int> RunAsync(
        Func<ParseResult, CommandOutput, CancellationToken, Task<int>> action, ParseResult arguments, CommandOutput output, CancellationToken cancellationToken)
    {
        try
        {
            return await action(arguments, output, cancellationToken);
        }
        catch (Exception exception) when (ExpectedFailure.Of(exception) is { } failure)
        {
            output.Report(failure.Finding);
            return failure.ExitCode;
        }
    }
}
