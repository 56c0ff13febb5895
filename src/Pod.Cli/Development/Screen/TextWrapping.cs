using System.Globalization;
using System.Text;
using Spectre.Console.Rendering;

namespace Pod.Cli.Development.Screen;

/// <summary>Breaks text into rows of a terminal, where a sign takes one cell, two, or none.</summary>
internal static class TextWrapping
{
    /// <param name="text">One line.</param>
    /// <param name="width">The cells of a row.</param>
    /// <returns>At least one row.</returns>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        var row = new StringBuilder();
        var cells = 0;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            var needed = element.Length == 1 && char.IsAscii(element[0]) ? 1 : new Segment(element).CellCount();
            if (cells + needed > Math.Max(2, width))
            {
                yield return row.ToString();
                row.Clear();
                cells = 0;
            }

            row.Append(element);
            cells += needed;
        }

        yield return row.ToString();
    }
}
