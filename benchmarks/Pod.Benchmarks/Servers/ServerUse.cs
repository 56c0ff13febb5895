using System.Globalization;

namespace Pod.Benchmarks.Servers;

/// <summary>What a server says about itself: work since its start, or memory now.</summary>
/// <param name="First">Microseconds of its threads; or bytes that are alive in its heap.</param>
/// <param name="Second">Bytes allocated; or bytes of the process in memory.</param>
internal readonly record struct ServerUse(double First, double Second)
{
    public const string WorkQuestion = "work";

    public const string MemoryQuestion = "memory";

    public static string WorkNow() => Text(Environment.CpuUsage.TotalTime.TotalMicroseconds, GC.GetTotalAllocatedBytes(precise: true));

    public static string MemoryNow()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return Text(GC.GetTotalMemory(forceFullCollection: true), Environment.WorkingSet);
    }

    public static ServerUse Parse(string text)
    {
        var numbers = text.Split(' ');
        return new(double.Parse(numbers[0], CultureInfo.InvariantCulture), double.Parse(numbers[1], CultureInfo.InvariantCulture));
    }

    private static string Text(double first, double second) => string.Create(CultureInfo.InvariantCulture, $"{first} {second}");
}
