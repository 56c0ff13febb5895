using System.Globalization;

namespace Pod.EndToEnd.Tests.Support;

/// <summary>What the tests ask of the operating system.</summary>
internal static class Machine
{
    /// <summary>How long anything may take on a busy machine before it counts as hanging.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(60);

    private static TimeSpan PollInterval { get; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The processes whose command line mentions a text: a folder's path finds the database server on it and its supervisor.</summary>
    public static IReadOnlyList<int> ProcessesMentioning(string text) =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Where(process => char.IsAsciiDigit(Path.GetFileName(process)[0]) && ReadCommandLine(process).Contains(text, StringComparison.Ordinal))
            .Select(process => int.Parse(Path.GetFileName(process), CultureInfo.InvariantCulture))
            .Where(process => process != Environment.ProcessId),
    ];

    /// <summary>Asks until the answer is yes, for things that cannot be awaited.</summary>
    public static async Task UntilAsync(Func<bool> condition, string what)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, $"Waited in vain until {what}.");
            await Task.Delay(PollInterval, TimeProvider.System);
        }
    }

    /// <summary>Does something again and again until something else has come of it: for subscriptions that cannot be seen to begin.</summary>
    public static async Task RepeatUntilAsync(Func<Task> act, Task outcome)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!outcome.IsCompleted)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, "Repeated an action in vain.");
            await act();
            await Task.WhenAny(outcome, Task.Delay(PollInterval, TimeProvider.System));
        }

        await outcome;
    }

    private static string ReadCommandLine(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ');
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
