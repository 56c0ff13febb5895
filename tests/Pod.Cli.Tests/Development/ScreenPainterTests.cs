using Microsoft.Extensions.Logging;
using Pod.Cli.Development.Events;
using Pod.Cli.Development.Requests;
using Pod.Cli.Development.Screen;
using Pod.Cli.Development.Steps;
using Pod.Cli.Output;
using Pod.Generator.Diagnostics;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Pod.Cli.Tests.Development;

public sealed class ScreenPainterTests : IDisposable
{
    private const int Width = 60;
    private const int Height = 12;

    private readonly ScreenState _state = new();
    private readonly LoopInbox _inbox = new();

    public void Dispose() => _inbox.Dispose();

    [Fact]
    public void The_status_says_where_the_server_is_and_how_many_errors_there_are()
    {
        _state.Apply(new ServerChanged("running", "http://localhost:8080"));
        _state.Apply(new ProblemFound("build", new CommandDiagnostic("CS1002", DiagnosticSeverity.Error, "; expected")));

        Assert.StartsWith(" App │ server running http://localhost:8080 │ errors 1", Paint()[0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_status_shows_Redis_where_there_is_one()
    {
        var before = Paint()[0];
        _state.Apply(new RedisChanged("Redis 7.0.15 at redis:6379"));

        Assert.DoesNotContain("Redis", before, StringComparison.Ordinal);
        Assert.Contains("│ Redis 7", Paint()[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_stay_until_their_step_runs_again()
    {
        _state.Apply(new ProblemFound("build", new CommandDiagnostic("CS1002", DiagnosticSeverity.Error, "; expected")));
        Press('3');
        var before = Paint();
        _state.Apply(new StepStarted("build"));

        Assert.Contains(before, static row => row.Contains("error CS1002: ; expected", StringComparison.Ordinal));
        Assert.DoesNotContain(Paint(), static row => row.Contains("CS1002", StringComparison.Ordinal));
        Assert.Equal(0, _state.Errors);
    }

    [Fact]
    public void A_call_unfolds_to_its_statements()
    {
        _state.Apply(new CallEnded("note/add", "ok", 12.34, ["1.0 ms  INSERT INTO note"]));
        Press('2');
        var folded = Paint();
        Press('e');

        Assert.Contains(folded, static row => row.Contains("note/add ok 12.3 ms …", StringComparison.Ordinal));
        Assert.DoesNotContain(folded, static row => row.Contains("INSERT", StringComparison.Ordinal));
        Assert.Contains(Paint(), static row => row.Contains("1.0 ms  INSERT INTO note", StringComparison.Ordinal));
    }

    [Fact]
    public void Lines_follow_until_somebody_scrolls()
    {
        Log(Enumerable.Range(1, 20).Select(static number => $"line {number}."));
        var newest = Paint();
        Press('g');
        var oldest = Paint();
        Log(["line 21."]);
        var still = Paint();
        Press('G');

        Assert.Contains(newest, static row => row.Contains("line 20.", StringComparison.Ordinal));
        Assert.Contains(oldest, static row => row.Contains("line 1.", StringComparison.Ordinal));
        Assert.DoesNotContain(oldest, static row => row.Contains("line 20.", StringComparison.Ordinal));
        Assert.Equal(oldest[2..^2], still[2..^2]);
        Assert.Contains(Paint(), static row => row.Contains("line 21.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_search_hides_everything_else()
    {
        Log(["apple", "pear", "pineapple"]);
        "/APPLE\r".ToList().ForEach(Press);
        var found = Paint();
        Press('\u001b');

        Assert.DoesNotContain(found, static row => row.Contains("pear", StringComparison.Ordinal));
        Assert.Equal(2, found.Count(static row => row.Contains("apple", StringComparison.Ordinal)));
        Assert.Contains(Paint(), static row => row.Contains("pear", StringComparison.Ordinal));
    }

    [Fact]
    public void Less_important_lines_are_shown_on_demand()
    {
        _state.Apply(new LogWritten("server", LogLevel.Debug, "detail"));
        var usual = Paint();
        "lll".ToList().ForEach(Press);

        Assert.DoesNotContain(usual, static row => row.Contains("detail", StringComparison.Ordinal));
        Assert.Contains(Paint(), static row => row.Contains("detail", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("日本語のとても長い行が続きます。日本語のとても長い行が続きます。日本語のとても長い行が続きます。")]
    [InlineData("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦")]
    [InlineData("a\u001b[2J\u001b]0;title\u0007b\tc\rd")]
    [InlineData("é e\u0301 [bold]no markup[/] ]]")]
    public void Rows_have_the_width_of_the_terminal_whatever_is_in_them(string text)
    {
        Log([text]);
        var folded = Paint();
        Press('e');

        Assert.All(folded.Concat(Paint()), static row => Assert.Equal(Width, new Segment(row).CellCount()));
        Assert.All(folded, static row => Assert.DoesNotContain(row, char.IsControl));
    }

    [Fact]
    public void The_buffer_forgets_the_oldest_lines()
    {
        Log(Enumerable.Range(1, ScreenTab.Capacity + 5).Select(static number => $"line {number}."));
        Press('g');

        Assert.Equal(ScreenTab.Capacity, _state.Current.Count);
        Assert.Contains(Paint(), static row => row.Contains("line 6.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(10, 3)]
    [InlineData(200, 60)]
    public void Every_size_is_filled_and_never_exceeded(int width, int height)
    {
        Log(["some text that is longer than ten cells"]);
        _state.Apply(new StepEnded("migrate", StepResult.Waiting("models changed"), TimeSpan.FromSeconds(1)));

        var rows = Paint(width, height);

        Assert.Equal(height, rows.Count);
        Assert.All(rows, row => Assert.Equal(width, new Segment(row).CellCount()));
    }

    private void Log(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            _state.Apply(new LogWritten("server", LogLevel.Information, line));
        }
    }

    private void Press(char key) => new ScreenKeys(_state, _inbox).Press(
        new ConsoleKeyInfo(key, key switch { '\r' => ConsoleKey.Enter, '\u001b' => ConsoleKey.Escape, _ => ConsoleKey.None }, shift: false, alt: false, control: false),
        ScreenPainter.BodyHeight(Height));

    private List<string> Paint(int width = Width, int height = Height)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Write(new ScreenPainter(_state, "App").Paint(width, height));
        return [.. text.ToString().Replace("\u001b[H", "", StringComparison.Ordinal).Split('\n').Select(static row => row.TrimEnd('\r'))];
    }
}
