using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Pod.Runtime.Hosting;

/// <summary>
/// Ends the process in plain words when the start fails for a reason that a person can mend: the exception has left the application's
/// <c>Main</c> by then, so everything that was started has been stopped.
/// </summary>
internal static class StartupFailures
{
    private static int _isInstalled;

    public static void ReportInPlainWords()
    {
        if (Interlocked.Exchange(ref _isInstalled, 1) == 0)
        {
            AppDomain.CurrentDomain.UnhandledException += (_, failure) => Report(failure.ExceptionObject as Exception);
        }
    }

    private static void Report(Exception? exception)
    {
        switch (exception)
        {
            case PodStartException start:
                End(start.Message, start.ExitCode);
                break;
            case OptionsValidationException invalid:
                End($"The configuration is invalid: {string.Join(' ', invalid.Failures)}", PodStartException.ConfigurationInvalid);
                break;
            case IOException { InnerException: AddressInUseException } inUse:
                End($"The server cannot start: {inUse.Message} Stop the other program, or choose another address with --urls.", PodStartException.Failed);
                break;
        }
    }

    private static void End(string message, int exitCode)
    {
        Console.Error.WriteLine(message);
        Environment.Exit(exitCode);
    }
}
