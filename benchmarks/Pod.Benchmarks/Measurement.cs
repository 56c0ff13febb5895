using System.Diagnostics;
using Pod.Benchmarks.Contests;

namespace Pod.Benchmarks;

/// <summary>Takes times and what else work costs.</summary>
internal static class Measurement
{
    /// <summary>Runs once and gives the milliseconds.</summary>
    public static double Once(Action action)
    {
        CollectGarbage();
        var started = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>Runs several times and gives the median milliseconds.</summary>
    public static double Median(int runs, Action<int> action)
        => Statistics.Median(Enumerable.Range(0, runs).Select(run => Once(() => action(run))));

    /// <summary>Runs once and gives what it cost this process on all its threads: garbage collection and compilation are its work, too.</summary>
    public static async Task<Cost> CostAsync(Func<Task> action)
    {
        CollectGarbage();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var processor = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        await action();
        return new Cost(
            Stopwatch.GetElapsedTime(started).TotalMicroseconds,
            (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds,
            GC.GetTotalAllocatedBytes(precise: true) - bytes);
    }

    // What an earlier measurement left behind is not this one's cost.
    private static void CollectGarbage()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
