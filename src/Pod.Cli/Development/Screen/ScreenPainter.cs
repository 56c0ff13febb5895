using System.Globalization;
using Microsoft.Extensions.Logging;
using Pod.Cli.Development.Requests;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Pod.Cli.Development.Screen;

/// <summary>Turns what the screen knows into a picture: status, tabs, lines, message, keys.</summary>
internal sealed class ScreenPainter(ScreenState state, string title)
{
    private const int RowsAround = 4;
    private const string Indent = "           ";

    private static readonly Style Quiet = new(Color.Grey);
    private static readonly Style Bar = new(Color.White, Color.Navy);
    private static readonly Style BarError = new(Color.White, Color.Maroon);
    private static readonly Style Chosen = new(decoration: Decoration.Bold | Decoration.Underline);
    private static readonly Style Error = new(Color.Red);
    private static readonly Style Warning = new(Color.Yellow);

    /// <summary>Gives the number of rows that a tab has.</summary>
    public static int BodyHeight(int height) => Math.Max(1, height - RowsAround);

    public ScreenFrame Paint(int width, int height)
    {
        IEnumerable<IReadOnlyList<Segment>> body = state.ShowsHelp ? Help() : Lines(width, BodyHeight(height));
        var rows = new List<IReadOnlyList<Segment>> { Status(), Tabs() };
        rows.AddRange(body.Concat(Enumerable.Repeat<IReadOnlyList<Segment>>([], BodyHeight(height))).Take(BodyHeight(height)));
        rows.Add([new Segment(state.Message, Warning)]);
        rows.Add(Keys());
        return new ScreenFrame([.. rows.Take(height)], width);
    }

    private List<Segment> Status()
    {
        var server = state.Address is { } address ? $"{state.Server} {address}" : state.Server;
        string[] parts =
        [
            title,
            $"server {server}",
            .. state.Step is { } step ? [$"{step}…"] : Array.Empty<string>(),
            $"errors {state.Errors.ToString(CultureInfo.InvariantCulture)}",
            $"streams {state.Streams.ToString(CultureInfo.InvariantCulture)}",
            .. state.Database.Length > 0 ? [state.Database] : Array.Empty<string>(),
            .. state.Redis.Length > 0 ? [state.Redis] : Array.Empty<string>(),
        ];
        return [new Segment($" {string.Join(" │ ", parts)} ", state.Errors > 0 ? BarError : Bar)];
    }

    private List<Segment> Tabs() =>
    [
        .. state.Tabs.SelectMany((tab, index) => new[]
        {
            new Segment(" "),
            new Segment($"{(index + 1).ToString(CultureInfo.InvariantCulture)} {tab.Name}", tab == state.Current ? Chosen : Quiet),
            new Segment(tab.Count > 0 ? $" {tab.Count.ToString(CultureInfo.InvariantCulture)} " : " ", Quiet),
        }),
    ];

    // From the lowest line upwards, until there is no more room.
    private List<IReadOnlyList<Segment>> Lines(int width, int height)
    {
        var rows = new List<IReadOnlyList<Segment>>();
        foreach (var line in state.Current.FromBottom())
        {
            rows.InsertRange(0, Rows(line, width));
            if (rows.Count >= height)
            {
                break;
            }
        }

        return rows.Count > height ? rows[^height..] : rows;
    }

    private IEnumerable<IReadOnlyList<Segment>> Rows(ScreenLine line, int width)
    {
        var style = StyleOf(line.Level);
        var time = new Segment(line.Time.ToString("HH:mm:ss ", CultureInfo.InvariantCulture), Quiet);
        var head = $"{line.Source,-8} {line.Text}";
        if (!state.Current.IsUnfolded)
        {
            yield return [time, new Segment(line.Details.Count > 0 ? $"{head} …" : head, style)];
            yield break;
        }

        var texts = TextWrapping.Wrap(head, width - Indent.Length).ToList();
        yield return [time, new Segment(texts[0], style)];
        foreach (var text in texts.Skip(1).Concat(line.Details.SelectMany(detail => TextWrapping.Wrap(detail, width - Indent.Length))))
        {
            yield return [new Segment(Indent + text, style == Style.Plain ? Quiet : style)];
        }
    }

    private static List<List<Segment>> Help() =>
    [
        .. LoopCommand.All.Select(static command => (command.Key.ToString(), command.Help)).Concat(ScreenKeys.Views)
            .Select(static key => new List<Segment> { new($"  {key.Item1,-16}"), new(key.Item2, Quiet) }),
    ];

    private List<Segment> Keys()
    {
        var tab = state.Current;
        var view = new[]
        {
            state.IsSearching || tab.Search.Length > 0 ? $"/{tab.Search}{(state.IsSearching ? "_" : "")}" : "",
            tab.Level == LogLevel.Information ? "" : $"level {tab.Level.ToString().ToLowerInvariant()}",
            tab.IsFollowing ? "" : "scrolled",
        }.Where(static text => text.Length > 0);
        return [new Segment($" r reload  R restart  m migration  a apply  e unfold  / search  l level  ? help  q quit   {string.Join("  ", view)}", Quiet)];
    }

    private static Style StyleOf(LogLevel level) => level switch
    {
        LogLevel.Error or LogLevel.Critical => Error,
        LogLevel.Warning => Warning,
        LogLevel.Debug or LogLevel.Trace => Quiet,
        _ => Style.Plain,
    };
}
