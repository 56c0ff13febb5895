using System.Text.RegularExpressions;

namespace Pod.Cli.Development.Output;

/// <summary>Text from programs and clients as a terminal may show it: without anything that a terminal would obey.</summary>
internal static partial class TerminalText
{
    /// <summary>Removes escape sequences and turns other control characters, line ends included, into spaces.</summary>
    public static string Line(string text)
    {
        var plain = EscapeSequence().Replace(text, "");
        return plain.Any(char.IsControl) ? string.Concat(plain.Select(static sign => char.IsControl(sign) ? ' ' : sign)) : plain;
    }

    /// <summary>Gives each line of a text.</summary>
    public static IEnumerable<string> Lines(string text) => text.TrimEnd().Split('\n').Select(static line => Line(line.TrimEnd()));

    // Colours and movements (CSI), titles and links (OSC), and the short ones.
    [GeneratedRegex(@"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\-_])")]
    private static partial Regex EscapeSequence();
}
