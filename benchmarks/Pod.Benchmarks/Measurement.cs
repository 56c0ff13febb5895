using System.Diagnostics;

namespace Pod.Benchmarks;

/// <summary>Takes times.</summary>
internal static class Measurement
{
    /// <summary>Runs once and gives the milliseconds.</summary>
    public static double Once(Action action)
    {
        // What an earlier measurement left behind is not this one's cost.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var started = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>Runs several times and gives the median milliseconds.</summary>
    public static double Median(int runs, Action<int> action)
    {
        var times = Enumerable.Range(0, runs).Select(run => Once(() => action(run))).Order().ToList();
        return times[times.Count / 2];
    }
}
