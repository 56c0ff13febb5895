namespace Pod.Benchmarks;

/// <summary>Prints a table that reads well in a terminal and on a page.</summary>
internal sealed class MarkdownTable(params string[] headers)
{
    private readonly List<string[]> _rows = [headers];

    public void Add(params string[] cells) => _rows.Add(cells);

    public void Print()
    {
        var widths = headers.Select((_, column) => _rows.Max(row => row[column].Length)).ToList();
        Print(_rows[0], widths);
        Console.WriteLine($"|{string.Join('|', widths.Select(static (width, column) => new string('-', width + 1) + (column == 0 ? "-" : ":")))}|");
        _rows.Skip(1).ToList().ForEach(row => Print(row, widths));
    }

    private static void Print(string[] row, List<int> widths) => Console.WriteLine(
        $"| {string.Join(" | ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])))} |");
}
