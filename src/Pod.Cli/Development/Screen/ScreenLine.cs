using Microsoft.Extensions.Logging;

namespace Pod.Cli.Development.Screen;

/// <summary>One entry of a tab.</summary>
/// <param name="Time">When.</param>
/// <param name="Source">Who says it.</param>
/// <param name="Level">How important.</param>
/// <param name="Text">One line, fit for a terminal.</param>
/// <param name="Details">What unfolding shows: a stack, the statements of a call.</param>
internal sealed record ScreenLine(DateTimeOffset Time, string Source, LogLevel Level, string Text, IReadOnlyList<string> Details)
{
    /// <summary>Gets its place among all lines that its tab ever had.</summary>
    public long Number { get; init; }

    public bool Contains(string text) =>
        Text.Contains(text, StringComparison.OrdinalIgnoreCase) || Details.Any(detail => detail.Contains(text, StringComparison.OrdinalIgnoreCase));
}
