namespace Pod.Benchmarks.Contests;

/// <summary>One way to do the work of a contest.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Prepare">Makes what so many operations need, unmeasured, and gives what runs one of them by its number.</param>
internal sealed record Contestant(string Name, Func<int, Func<int, Task>> Prepare)
{
    /// <summary>Whose cost counts: this process's own, unless a server does the work.</summary>
    public Func<Func<Task>, Task<Cost>> MeasureAsync { get; init; } = Measurement.CostAsync;
}
