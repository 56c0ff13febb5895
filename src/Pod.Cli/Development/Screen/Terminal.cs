namespace Pod.Cli.Development.Screen;

/// <summary>Takes the terminal's second screen, without cursor, and gives the first one back, however the process ends.</summary>
internal sealed class Terminal : IDisposable
{
    private const string Enter = "\u001b[?1049h\u001b[?25l\u001b[2J";
    private const string Leave = "\u001b[?25h\u001b[?1049l";

    private bool _isLeft;

    public Terminal()
    {
        AppDomain.CurrentDomain.ProcessExit += OnEnd;
        AppDomain.CurrentDomain.UnhandledException += OnEnd;
        Console.Out.Write(Enter);
        Console.Out.Flush();
    }

    /// <summary>Wipes everything, for a picture of another size.</summary>
    public static void Wipe() => Console.Out.Write("\u001b[2J");

    public void Dispose()
    {
        if (!_isLeft)
        {
            _isLeft = true;
            Console.Out.Write(Leave);
            Console.Out.Flush();
            AppDomain.CurrentDomain.ProcessExit -= OnEnd;
            AppDomain.CurrentDomain.UnhandledException -= OnEnd;
        }
    }

    private void OnEnd(object? sender, EventArgs end) => Dispose();
}
