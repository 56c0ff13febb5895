using Pod.Benchmarks.Orm.Contenders;

namespace Pod.Benchmarks.Orm;

/// <summary>Makes sure that a contender does the work: every answer and every stored row has to be the one that C# computes from the same formulas.</summary>
internal sealed class OrmAnswers(OrmDatabase database, IOrmContender contender)
{
    /// <exception cref="InvalidOperationException">An answer is wrong.</exception>
    public async Task CheckAsync()
    {
        var posts = Enumerable.Range(1, OrmRows.Posts).Select(OrmRows.Post).ToList();

        Require("find by id", [OrmRows.Post(4711)], [(await contender.FindAsync(4711))!], static post => post.ToJson());
        if (await contender.FindAsync(OrmRows.Posts + 1) is not null)
        {
            throw Wrong("find by id of a row that does not exist");
        }

        Require("list", posts.Take(100), await contender.ListAsync(), static post => post.ToJson());
        Require(
            "page",
            posts.Where(static post => post.Published && post.Views >= 500).OrderByDescending(static post => post.CreatedAt).Take(20),
            await contender.PageAsync(500),
            static post => post.ToJson());
        Require(
            "authors with posts",
            Enumerable.Range(1, 100).Select(OrmRows.Author)
                .Select(author => author with { Posts = [.. posts.Where(post => post.AuthorId == author.Id)] }),
            await contender.AuthorsWithPostsAsync(),
            static author => (author with { Posts = [.. author.Posts!.OrderBy(static post => post.Id).Select(static post => post with { Author = null })] }).ToJson());

        await CheckWritesAsync();
        await CheckReadingsAsync();
    }

    private async Task CheckWritesAsync()
    {
        await database.ExecuteAsync(OrmRows.NoDrafts);
        RequireIds("insert one", [1], [await contender.InsertAsync(OrmRows.Draft(1))]);
        RequireIds(
            "insert many", Enumerable.Range(2, 1000).Select(static id => (long)id),
            await contender.InsertAsync([.. Enumerable.Range(2, 1000).Select(static number => OrmRows.Draft(number))]));
        await contender.InsertWithoutIdsAsync([.. Enumerable.Range(1002, 1000).Select(static number => OrmRows.Draft(number))]);
        Require(
            "insert and read", Enumerable.Range(2002, 10).Select(static id => OrmRows.Draft(id, id)),
            await contender.InsertAndReadAsync([.. Enumerable.Range(2002, 10).Select(static number => OrmRows.Draft(number))]),
            static draft => draft.ToJson());
        await contender.UpdateAsync(OrmRows.Draft(5000, id: 1001));
        var expected = Enumerable.Range(1, 2011).Select(static id => OrmRows.Draft(id == 1001 ? 5000 : id, id));
        Require("writes", expected, await database.DraftsAsync(), static draft => draft.ToJson());
    }

    private async Task CheckReadingsAsync()
    {
        var expected = Enumerable.Range(1, OrmRows.Readings).Select(static id => OrmRows.Reading(id, id)).ToList();
        await database.ExecuteAsync(OrmRows.NoReadings);
        await contender.BulkInsertAsync([.. Enumerable.Range(1, OrmRows.Readings).Select(static number => OrmRows.Reading(number))]);
        Require("bulk insert and read", expected, await contender.ReadingsAsync(OrmRows.Readings), static reading => reading.ToJson());
        Require("read 10", expected.Take(10), await contender.ReadingsAsync(10), static reading => reading.ToJson());
        Require("stream", expected, await contender.StreamAsync().ToListAsync(), static reading => reading.ToJson());
    }

    private void RequireIds(string work, IEnumerable<long> expected, IReadOnlyList<long> actual)
    {
        if (!expected.SequenceEqual(actual))
        {
            throw Wrong(work);
        }
    }

    private void Require<T>(string work, IEnumerable<T> expected, IReadOnlyList<T> actual, Func<T, string> text)
    {
        var differing = expected.Select(text).Zip(actual.Select(text)).FirstOrDefault(static pair => pair.First != pair.Second);
        if (differing.First is not null || expected.Count() != actual.Count)
        {
            throw Wrong($"{work}: {actual.Count} rows, the first difference is {differing}");
        }
    }

    private InvalidOperationException Wrong(string work) => new($"'{contender.Name}' gives a wrong answer to {work}.");
}
