using Pod.Benchmarks.Contests;
using Pod.Benchmarks.Orm.Contenders;

namespace Pod.Benchmarks.Orm;

/// <summary>The work that the contenders are compared in.</summary>
internal sealed class OrmContests(OrmDatabase database, List<IOrmContender> contenders)
{
    private static readonly int[] Sizes = [10, 1_000, 100_000];

    public static IEnumerable<Contest> All(OrmDatabase database, List<IOrmContender> contenders)
    {
        var contests = new OrmContests(database, contenders);
        return [.. contests.Reads(), .. contests.Writes(), .. contests.Growth(), contests.Bulk()];
    }

    private IEnumerable<Contest> Reads() =>
    [
        new("find by id", Each(static (contender, number) => contender.FindAsync((number * 7919 % OrmRows.Posts) + 1))),
        new("list of 100 rows", Each(static (contender, _) => contender.ListAsync())),
        new("page: filter, order, limit 20", Each(static (contender, number) => contender.PageAsync(number % 500))),
        new("100 parents with 10 children each", Each(static (contender, _) => contender.AuthorsWithPostsAsync())),
    ];

    private IEnumerable<Contest> Writes() =>
    [
        new("insert one, id returned", Each(static number => OrmRows.Draft(number), static (contender, draft) => contender.InsertAsync(draft)))
        {
            Reset = () => database.ExecuteAsync(OrmRows.NoDrafts),
        },
        new("insert 1000, ids returned", Each(static _ => Thousand(), static (contender, drafts) => contender.InsertAsync(drafts)))
        {
            Workers = 1,
            Reset = () => database.ExecuteAsync(OrmRows.NoDrafts),
        },
        new("insert 1000, rows returned", Each(static _ => Thousand(), static (contender, drafts) => contender.InsertAndReadAsync(drafts)))
        {
            Workers = 1,
            Reset = () => database.ExecuteAsync(OrmRows.NoDrafts),
        },
        new("insert 1000, nothing returned", Each(static _ => Thousand(), static (contender, drafts) => contender.InsertWithoutIdsAsync(drafts)))
        {
            Workers = 1,
            Reset = () => database.ExecuteAsync(OrmRows.NoDrafts),
        },
        new("update one", Each(
            static number => OrmRows.Draft(number, (number * 7919L % OrmRows.Drafts) + 1), static (contender, draft) => contender.UpdateAsync(draft)))
        {
            Reset = () => database.ExecuteAsync(OrmRows.AllDrafts),
        },
    ];

    private IEnumerable<Contest> Growth() =>
    [
        .. Sizes.Select(rows =>
            new Contest(FormattableString.Invariant($"read {rows:#,0} rows, per row"), Each((contender, _) => contender.ReadingsAsync(rows)))
            {
                Workers = 1,
                Units = rows,
            }),
        new("stream 100,000 rows, per row", [
            .. Each(static (contender, _) => ReadToEndAsync(contender.StreamAsync())),
            .. contenders.OfType<PodContender>()
                .Select(static pod => new Contestant("Pod, 5000 at a time", _ => _ => ReadToEndAsync(pod.StreamInLargeBatchesAsync()))),
        ])
        {
            Workers = 1,
            Units = OrmRows.Readings,
        },
    ];

    private Contest Bulk() => new("insert 100,000 narrow rows, per row", [
        .. Each(ManyReadings, static (contender, rows) => contender.BulkInsertAsync(rows)),
        .. contenders.OfType<PodContender>().Select(static pod => Of("Pod, InsertAsync", ManyReadings, pod.InsertReadingsAsync)),
    ])
    {
        Workers = 1,
        Units = OrmRows.Readings,
        Reset = () => database.ExecuteAsync(OrmRows.NoReadings),
    };

    private static async Task ReadToEndAsync(IAsyncEnumerable<Reading> readings)
    {
        await foreach (var reading in readings)
        {
        }
    }

    private static List<Draft> Thousand() => [.. Enumerable.Range(1, 1000).Select(static number => OrmRows.Draft(number))];

    private static List<Reading> ManyReadings(int turn)
        => [.. Enumerable.Range(1, OrmRows.Readings).Select(static number => OrmRows.Reading(number))];

    private List<Contestant> Each(Func<IOrmContender, int, Task> operation)
        => [.. contenders.Select(contender => new Contestant(contender.Name, _ => number => operation(contender, number)))];

    private List<Contestant> Each<T>(Func<int, T> argument, Func<IOrmContender, T, Task> operation)
        => [.. contenders.Select(contender => Of(contender.Name, argument, value => operation(contender, value)))];

    private static Contestant Of<T>(string name, Func<int, T> argument, Func<T, Task> operation) => new(name, count =>
    {
        var arguments = Enumerable.Range(0, count).Select(argument).ToArray();
        return number => operation(arguments[number]);
    });
}
