namespace Pod.Benchmarks;

/// <summary>What many measurements say together.</summary>
internal static class Statistics
{
    public static double Median(IEnumerable<double> values) => Quantile([.. values.Order()], 0.5);

    /// <summary>Half the distance between the quarter points: half of the measurements are this close to the middle.</summary>
    public static double Spread(IEnumerable<double> values)
    {
        List<double> sorted = [.. values.Order()];
        return (Quantile(sorted, 0.75) - Quantile(sorted, 0.25)) / 2;
    }

    private static double Quantile(List<double> sorted, double position)
    {
        var place = position * (sorted.Count - 1);
        var (below, above) = (sorted[(int)Math.Floor(place)], sorted[(int)Math.Ceiling(place)]);
        return below + ((above - below) * (place - Math.Floor(place)));
    }
}
