using Pod.Cli.Development.Events;
using Pod.Cli.Development.Output;
using Pod.Cli.Development.Requests;
using Spectre.Console;

namespace Pod.Cli.Development.Screen;

/// <summary>Shows a loop on the whole terminal and takes keys.</summary>
internal sealed class TerminalScreen(string title, LoopInbox inbox, TimeProvider time) : IEventReader
{
    // How long a key or a line may wait until it is seen.
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);

    public async Task RunAsync(EventStream events)
    {
        using (new Terminal())
        {
            await RunAsync(events, new ScreenState());
        }

        await Console.Out.WriteLineAsync($"{title} is stopped.");
    }

    private async Task RunAsync(EventStream events, ScreenState state)
    {
        var keys = new ScreenKeys(state, inbox);
        var painter = new ScreenPainter(state, title);
        using var timer = new PeriodicTimer(Tick, time);
        var (width, height) = (0, 0);
        while (!events.IsOver)
        {
            var isChanged = Read(events, state) | Press(keys, height);
            if ((Console.WindowWidth, Console.WindowHeight) is var size && size != (width, height))
            {
                (width, height) = size;
                Terminal.Wipe();
                isChanged = true;
            }

            if (isChanged && width > 1 && height > 1)
            {
                // The last cell of a row would make some terminals begin a new one.
                AnsiConsole.Console.Write(painter.Paint(width - 1, height));
            }

            await timer.WaitForNextTickAsync();
        }
    }

    private static bool Read(EventStream events, ScreenState state)
    {
        var isChanged = false;
        while (events.TryRead(out var happened))
        {
            state.Apply(happened);
            isChanged = true;
        }

        return isChanged;
    }

    private static bool Press(ScreenKeys keys, int height)
    {
        var isPressed = false;
        while (Console.KeyAvailable)
        {
            keys.Press(Console.ReadKey(intercept: true), ScreenPainter.BodyHeight(height));
            isPressed = true;
        }

        return isPressed;
    }
}
