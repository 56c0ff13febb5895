using System.Diagnostics;

namespace Pod.Benchmarks.Contests;

/// <summary>Several ways to do the same work. The first contestant is the limit that the others are compared with.</summary>
internal sealed class Contest(string name, IReadOnlyList<Contestant> contestants)
{
    private const int FewestRounds = 3;

    public string Name => name;

    public IReadOnlyList<Contestant> Contestants => contestants;

    /// <summary>How many operations run at once, as in a server under load.</summary>
    public int Workers { get; init; } = 16;

    /// <summary>Of how many parts one operation consists, if the table is to speak of parts.</summary>
    public int Units { get; init; } = 1;

    /// <summary>How long each contestant runs before anything counts. Servers need long: they compile what runs often again, in the background.</summary>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromMilliseconds(600);

    /// <summary>Brings the work place back to its beginning, unmeasured, before each turn.</summary>
    public Func<Task> Reset { get; init; } = static () => Task.CompletedTask;

    /// <summary>
    /// Lets the contestants take short turns, all with the same number of operations: each once per round, in an order that is shuffled (the same in every
    /// run), so that nobody always comes after the one that leaves the most to tidy up.
    /// </summary>
    /// <returns>What one part of one operation cost each contestant, round by round.</returns>
    public async Task<List<Cost>[]> RunAsync(bool isQuick)
    {
        var operations = await FindTurnAsync(TimeSpan.FromMilliseconds(isQuick ? 25 : 50));
        foreach (var contestant in contestants)
        {
            await WarmUpAsync(contestant, operations, isQuick ? WarmUp / 8 : WarmUp);
        }

        var costs = contestants.Select(static _ => new List<Cost>()).ToArray();
        var budget = TimeSpan.FromSeconds(isQuick ? 0.4 : 15);
        var begun = Stopwatch.GetTimestamp();
        var random = new Random(contestants.Count);
        int[] order = [.. Enumerable.Range(0, contestants.Count)];
        for (var round = 0; round < FewestRounds || Stopwatch.GetElapsedTime(begun) < budget; round++)
        {
            random.Shuffle(order);
            foreach (var place in order)
            {
                var cost = await TakeTurnAsync(contestants[place], operations);
                costs[place].Add(cost.Per((double)operations * Units));
            }
        }

        return costs;
    }

    /// <summary>How many operations of the limit fill a turn.</summary>
    private async Task<int> FindTurnAsync(TimeSpan length)
    {
        var operations = Workers;
        await WarmUpAsync(contestants[0], operations, 10 * length);
        while ((await TakeTurnAsync(contestants[0], operations)).Elapsed < length.TotalMicroseconds)
        {
            operations *= 2;
        }

        return operations;
    }

    /// <summary>Runs until everything is compiled that is worth it.</summary>
    private async Task WarmUpAsync(Contestant contestant, int operations, TimeSpan length)
    {
        for (var begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < length;)
        {
            await TakeTurnAsync(contestant, operations);
        }
    }

    private async Task<Cost> TakeTurnAsync(Contestant contestant, int operations)
    {
        await Reset();
        var operation = contestant.Prepare(operations);
        var next = -1;
        return await contestant.MeasureAsync(() => Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(WorkAsync))));

        async Task WorkAsync()
        {
            for (var number = Interlocked.Increment(ref next); number < operations; number = Interlocked.Increment(ref next))
            {
                await operation(number);
            }
        }
    }
}
