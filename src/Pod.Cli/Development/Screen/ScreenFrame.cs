using Spectre.Console;
using Spectre.Console.Rendering;

namespace Pod.Cli.Development.Screen;

/// <summary>One picture of the screen, drawn over the last one from the upper left corner. Its rows are cut or filled to the width of the terminal.</summary>
/// <param name="rows">The rows, each of pieces with a style.</param>
/// <param name="width">How many cells a row has.</param>
internal sealed class ScreenFrame(IReadOnlyList<IReadOnlyList<Segment>> rows, int width) : IRenderable
{
    private const string Home = "\u001b[H";

    public Measurement Measure(RenderOptions options, int maxWidth) => new(width, width);

    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        yield return Segment.Control(Home);
        for (var index = 0; index < rows.Count; index++)
        {
            if (index > 0)
            {
                yield return Segment.LineBreak;
            }

            foreach (var segment in Fit(rows[index]))
            {
                yield return segment;
            }
        }
    }

    private IEnumerable<Segment> Fit(IReadOnlyList<Segment> row)
    {
        var left = width;
        foreach (var segment in row)
        {
            var cells = segment.CellCount();
            if (cells > left)
            {
                if (left > 0 && Segment.Truncate(segment, left) is { } part)
                {
                    left -= part.CellCount();
                    yield return part;
                }

                break;
            }

            left -= cells;
            yield return segment;
        }

        if (left > 0)
        {
            yield return new Segment(new string(' ', left), row is [.., var last] ? last.Style : Style.Plain);
        }
    }
}
