using Microsoft.Extensions.Logging;

namespace Pod.Cli.Development.Screen;

/// <summary>The last lines of one kind, and the part of them that is looked at.</summary>
internal sealed class ScreenTab(string name)
{
    public const int Capacity = 10_000;

    private Queue<ScreenLine> _lines = [];
    private long _next;

    // The number of the lowest visible line; null follows the newest.
    private long? _bottom;

    public string Name => name;

    public int Count => _lines.Count;

    /// <summary>Gets whether stacks and statements are shown, and long lines to their ends.</summary>
    public bool IsUnfolded { get; set; }

    /// <summary>Gets the least level that is shown.</summary>
    public LogLevel Level { get; set; } = LogLevel.Information;

    /// <summary>Gets what lines have to contain.</summary>
    public string Search { get; set; } = "";

    public bool IsFollowing => _bottom is null;

    public void Add(ScreenLine line)
    {
        _lines.Enqueue(line with { Number = _next++ });
        if (_lines.Count > Capacity)
        {
            _lines.Dequeue();
        }
    }

    public void Clear() => _lines.Clear();

    /// <summary>Removes what a source has said.</summary>
    public void Remove(string source) => _lines = new Queue<ScreenLine>(_lines.Where(line => line.Source != source));

    /// <summary>Gives the lines that are to be shown, the lowest first, as many as somebody has room for.</summary>
    public IEnumerable<ScreenLine> FromBottom() => Matching().Reverse().SkipWhile(line => line.Number > (_bottom ?? long.MaxValue));

    /// <summary>Moves by a number of lines; up is negative.</summary>
    public void Scroll(int lines)
    {
        var matching = Matching().ToList();
        if (matching.Count == 0)
        {
            return;
        }

        var current = _bottom is { } bottom ? matching.FindLastIndex(line => line.Number <= bottom) : matching.Count - 1;
        var wanted = Math.Clamp(current + lines, 0, matching.Count - 1);
        _bottom = wanted == matching.Count - 1 ? null : matching[wanted].Number;
    }

    /// <summary>Shows the oldest lines.</summary>
    /// <param name="height">How many have room.</param>
    public void ScrollToTop(int height)
    {
        var matching = Matching().ToList();
        _bottom = matching.Count <= height ? null : matching[height - 1].Number;
    }

    public void ScrollToEnd() => _bottom = null;

    private IEnumerable<ScreenLine> Matching() => _lines.Where(line => line.Level >= Level && (Search.Length == 0 || line.Contains(Search)));
}
