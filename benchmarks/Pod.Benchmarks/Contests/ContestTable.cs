using System.Globalization;

namespace Pod.Benchmarks.Contests;

/// <summary>The results of contests: each turn is compared with the limit's turn beside it, and the median of these ratios counts.</summary>
internal sealed class ContestTable
{
    private readonly MarkdownTable _table = new(
        "Work", "contender", "CPU / limit", "spread", "bytes / limit", "time / limit", "CPU per operation, µs", "bytes per operation", "per second");

    public async Task RunAsync(Contest contest, bool isQuick)
    {
        await Console.Error.WriteLineAsync($"{contest.Name} ...");
        var costs = await contest.RunAsync(isQuick);
        for (var place = 0; place < costs.Length; place++)
        {
            var mine = costs[place];
            var processor = Ratios(static cost => cost.Processor);
            _table.Add(
                place == 0 ? contest.Name : "",
                contest.Contestants[place].Name,
                Text(Statistics.Median(processor), "0.00"),
                place == 0 ? "" : $"±{Text(Statistics.Spread(processor), "0.00")}",
                Text(Statistics.Median(Ratios(static cost => cost.Bytes)), "0.00"),
                Text(Statistics.Median(Ratios(static cost => cost.Elapsed)), "0.00"),
                Text(Statistics.Median(mine.Select(static cost => cost.Processor)), "#,0.00"),
                Text(Statistics.Median(mine.Select(static cost => cost.Bytes)), "#,0"),
                Text(1e6 / Statistics.Median(mine.Select(static cost => cost.Elapsed)), "#,0"));

            List<double> Ratios(Func<Cost, double> value) => [.. mine.Zip(costs[0], (own, limit) => value(own) / value(limit))];
        }
    }

    public void Print() => _table.Print();

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
