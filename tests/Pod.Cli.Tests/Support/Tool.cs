using System.CommandLine;
using Pod.Cli.Commands;

namespace Pod.Cli.Tests.Support;

/// <summary>
/// Runs commands of the tool in this process, which has compiled most of their code just in time already: a process of their own spends seconds on that.
/// What a process has to itself, and commands that go on until they are stopped, are for <see cref="Command.PodAsync"/>.
/// </summary>
internal static class Tool
{
    // There is one console and one current folder.
    private static readonly SemaphoreSlim Turn = new(1);

    public static async Task<CommandResult> RunAsync(string folder, params string[] arguments)
    {
        await Turn.WaitAsync();
        var (home, output, errors) = (Directory.GetCurrentDirectory(), Console.Out, Console.Error);
        try
        {
            using var result = new StringWriter();
            using var notes = new StringWriter();
            Directory.SetCurrentDirectory(folder);
            Console.SetOut(result);
            Console.SetError(notes);
            var exitCode = await PodCommand.Create().Parse(arguments).InvokeAsync(new InvocationConfiguration
            {
                // A bug of the tool fails the test where it is; signals are the test run's.
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
            return new CommandResult(exitCode, result.ToString(), notes.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(errors);
            Directory.SetCurrentDirectory(home);
            Turn.Release();
        }
    }
}
