using Pod.Benchmarks.Contests;

namespace Pod.Benchmarks.Orm;

/// <summary>Reads and writes of PostgreSQL: Npgsql by hand is the limit, Dapper and EF Core are the peers.</summary>
internal static class OrmSuite
{
    public static async Task RunAsync(bool isQuick)
    {
        await using var database = await OrmDatabase.StartAsync();
        var contenders = database.Contenders();
        foreach (var contender in contenders)
        {
            await new OrmAnswers(database, contender).CheckAsync();
        }

        var table = new ContestTable();
        foreach (var contest in OrmContests.All(database, contenders))
        {
            await table.RunAsync(contest, isQuick);
        }

        table.Print();
        Console.WriteLine();
        foreach (var contender in contenders)
        {
            Console.WriteLine($"- {contender.Name}: {await StreamMemory.MeasureAsync(contender)}");
            await contender.DisposeAsync();
        }
    }
}
