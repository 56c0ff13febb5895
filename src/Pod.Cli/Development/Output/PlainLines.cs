using System.Globalization;
using Microsoft.Extensions.Logging;
using Pod.Cli.Development.Events;

namespace Pod.Cli.Development.Output;

/// <summary>One line for each thing worth one, with time and source; nothing is redrawn.</summary>
internal sealed class PlainLines(TextWriter output) : IEventReader
{
    public async Task RunAsync(EventStream events)
    {
        await foreach (var happened in events.ReadAllAsync())
        {
            if (!IsShown(happened))
            {
                continue;
            }

            var time = happened.Time.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
            var text = happened is LogWritten { Exception: { } exception } ? $"{happened.Text}\n{exception}" : happened.Text;
            foreach (var line in TerminalText.Lines(text))
            {
                await output.WriteLineAsync($"{time} {happened.Source,-8} {line}");
            }

            await output.FlushAsync();
        }
    }

    private static bool IsShown(LoopEvent happened) => happened switch
    {
        StepStarted or StreamsChanged or MigrationsRead or DatabaseChanged or RedisChanged or ServerChanged => false,
        LogWritten log => log.Level >= LogLevel.Information,
        _ => true,
    };
}
