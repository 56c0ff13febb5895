using System.CommandLine;
using Pod.Cli;
using Pod.Cli.Commands;

try
{
    return await PodCommand.Create().Parse(args).InvokeAsync(new InvocationConfiguration
    {
        EnableDefaultExceptionHandler = false,
        // Server, apps and database of 'start' are stopped in order.
        ProcessTerminationTimeout = TimeSpan.FromMinutes(1),
    });
}
catch (OperationCanceledException)
{
    return ExitCode.Interrupted;
}
catch (Exception exception)
{
    var log = InternalErrorLog.Write(exception, TimeProvider.System);
    await Console.Error.WriteLineAsync($"error: this is a bug in Pod ({exception.GetType().Name}). Details are in {log}; please report it with that file.");
    return ExitCode.InternalError;
}
