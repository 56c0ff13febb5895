using Microsoft.Extensions.Logging;
using Pod.Cli.Development.Requests;

namespace Pod.Cli.Development.Screen;

/// <summary>What keys do.</summary>
internal sealed class ScreenKeys(ScreenState state, LoopInbox inbox)
{
    /// <summary>Gets the keys that change what is looked at; those that do something are <see cref="LoopCommand.All"/>.</summary>
    public static IReadOnlyList<(string Keys, string Help)> Views { get; } =
    [
        ("1-5, Tab", "tabs"),
        ("↑ ↓ PgUp PgDn", "scroll"),
        ("g G", "oldest, newest (and follow)"),
        ("e", "unfold stacks, statements and long lines"),
        ("/", "search; Esc ends"),
        ("l", "least level: information, warning, error, debug"),
        ("?", "this help"),
    ];

    /// <param name="key">The key.</param>
    /// <param name="height">How many lines a tab shows.</param>
    public void Press(ConsoleKeyInfo key, int height)
    {
        if (state.IsSearching)
        {
            Search(key);
        }
        else if (LoopCommand.OfKey(key.KeyChar) is { } command)
        {
            // Its answer is an event, too.
            _ = inbox.AskAsync(command);
        }
        else
        {
            Look(key, height);
        }
    }

    private void Look(ConsoleKeyInfo key, int height)
    {
        var tab = state.Current;
        switch (key)
        {
            case { KeyChar: >= '1' and <= '9' } when key.KeyChar - '1' < state.Tabs.Count:
                state.Current = state.Tabs[key.KeyChar - '1'];
                break;
            case { Key: ConsoleKey.Tab }:
                state.Current = state.Tabs[(IndexOf(tab) + (key.Modifiers.HasFlag(ConsoleModifiers.Shift) ? state.Tabs.Count - 1 : 1)) % state.Tabs.Count];
                break;
            case { Key: ConsoleKey.UpArrow }:
                tab.Scroll(-1);
                break;
            case { Key: ConsoleKey.DownArrow }:
                tab.Scroll(1);
                break;
            case { Key: ConsoleKey.PageUp }:
                tab.Scroll(-height);
                break;
            case { Key: ConsoleKey.PageDown }:
                tab.Scroll(height);
                break;
            case { KeyChar: 'g' }:
                tab.ScrollToTop(height);
                break;
            case { KeyChar: 'G' }:
                tab.ScrollToEnd();
                break;
            case { KeyChar: 'e' }:
                tab.IsUnfolded = !tab.IsUnfolded;
                break;
            case { KeyChar: 'l' }:
                tab.Level = Next(tab.Level);
                break;
            case { KeyChar: '/' }:
                state.IsSearching = true;
                break;
            case { KeyChar: '?' }:
                state.ShowsHelp = !state.ShowsHelp;
                break;
            case { Key: ConsoleKey.Escape }:
                state.ShowsHelp = false;
                tab.Search = "";
                break;
        }
    }

    private void Search(ConsoleKeyInfo key)
    {
        var tab = state.Current;
        switch (key)
        {
            case { Key: ConsoleKey.Escape }:
                tab.Search = "";
                state.IsSearching = false;
                break;
            case { Key: ConsoleKey.Enter }:
                state.IsSearching = false;
                break;
            case { Key: ConsoleKey.Backspace } when tab.Search.Length > 0:
                tab.Search = tab.Search[..^1];
                break;
            case { KeyChar: var letter } when !char.IsControl(letter):
                tab.Search += letter;
                break;
        }

        tab.ScrollToEnd();
    }

    private int IndexOf(ScreenTab tab) => state.Tabs.Select(static (other, index) => (other, index)).First(pair => pair.other == tab).index;

    private static LogLevel Next(LogLevel level) => level switch
    {
        LogLevel.Information => LogLevel.Warning,
        LogLevel.Warning => LogLevel.Error,
        LogLevel.Error => LogLevel.Debug,
        _ => LogLevel.Information,
    };
}
