using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Pod.Runtime.Hosting.Starting;

/// <summary>
/// Ends the process in plain words when the start fails for a reason that a person can mend: the exception has left the application's
/// <c>Main</c> by then, so everything that was started has been stopped.
/// </summary>
internal static class StartupFailures
{
    private const string HostCategory = "Microsoft.Extensions.Hosting.Internal.Host";

    private static int _isInstalled;

    public static void ReportInPlainWords()
    {
        if (Interlocked.Exchange(ref _isInstalled, 1) == 0)
        {
            AppDomain.CurrentDomain.UnhandledException += (_, failure) => Report(failure.ExceptionObject as Exception);
        }
    }

    /// <summary>
    /// Keeps the host from logging the same failure with its stack trace. The host logs before anybody can catch, so the exception is noticed
    /// as it is thrown.
    /// </summary>
    public static void KeepStackTracesOut(ILoggingBuilder logging)
    {
        var isExplained = false;
        AppDomain.CurrentDomain.FirstChanceException += Notice;

        // The most specific rule wins, so this one also has to say what appsettings usually say about the whole of Microsoft.
        logging.AddFilter(HostCategory, level => level >= LogLevel.Information && !isExplained);

        void Notice(object? sender, FirstChanceExceptionEventArgs thrown)
        {
            if (thrown.Exception is PodStartException or OptionsValidationException or AddressInUseException)
            {
                isExplained = true;
                AppDomain.CurrentDomain.FirstChanceException -= Notice;
            }
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
