using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Rows;

/// <summary>Random writes leave the table as they leave a dictionary.</summary>
[Collection(DatabaseTests.Name)]
public sealed class RandomWriteTests(ChatDatabase chat) : IClassFixture<ChatDatabase>, IAsyncLifetime
{
    private readonly Random _random = new(815);
    private readonly Dictionary<long, Job> _model = [];
    private int _names;

    private DatabaseSession Session => chat.Session;

    public Task InitializeAsync() => chat.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_table_agrees_with_the_model()
    {
        Func<Task>[] writes = [InsertAsync, UpdateAsync, UpdateWhereAsync, DeleteAsync, DeleteWhereAsync, BulkInsertAsync];
        await InsertAsync();
        for (var round = 0; round < 150; round++)
        {
            await writes[_random.Next(writes.Length)]();
            var stored = await Job.Db.FindAsync(Session, orderBy: t => t.Id);
            Assert.Equal(_model.Values.OrderBy(row => row.Id).Select(Values), stored.Select(Values));
        }
    }

    private static (long, string, int, int?, bool) Values(Job row) => (row.Id, row.Name, row.Visits, row.Priority, row.Done);

    private Job Make() => new()
    {
        Queue = "q",
        Name = $"{_names++}",
        Visits = _random.Next(10),
        Priority = _random.Next(3) == 0 ? null : _random.Next(5),
        CreatedAt = _random.Next(3) == 0 ? DateTimeOffset.UnixEpoch : null,
    };

    private List<Job> Some() => [.. _model.Values.OrderBy(_ => _random.Next()).Take(_random.Next(1, 8))];

    private void Remember(IEnumerable<Job> rows)
    {
        foreach (var row in rows)
        {
            _model[row.Id] = row;
        }
    }

    private async Task InsertAsync()
    {
        var rows = Enumerable.Range(0, _random.Next(1, 10)).Select(_ => Make()).ToList();
        var stored = await Job.Db.InsertAsync(Session, rows);
        Assert.Equal(rows.Select(row => row.Name), stored.Select(row => row.Name));
        Remember(stored);
    }

    private async Task BulkInsertAsync()
    {
        var rows = Enumerable.Range(0, _random.Next(1, 10)).Select(_ => Make()).ToList();
        Assert.Equal(rows.Count, await Job.Db.BulkInsertAsync(Session, rows));
        var stored = await Job.Db.FindAsync(Session, t => t.Name.In(rows.Select(row => row.Name)));
        Assert.Equal(rows.Select(row => (row.Name, row.Visits, row.Priority)).Order(), stored.Select(row => (row.Name, row.Visits, row.Priority)).Order());
        Remember(stored);
    }

    private async Task UpdateAsync()
    {
        var onlyVisits = _random.Next(2) == 0;
        var rows = Some().ConvertAll(row => row with { Visits = _random.Next(10), Priority = _random.Next(5), Draft = $"{row.Id}" });
        var gone = new Job { Id = 1_000_000, Queue = "q", Name = "gone" };
        rows.Insert(_random.Next(rows.Count + 1), gone);
        var updated = await Job.Db.UpdateAsync(Session, rows, columns: onlyVisits ? t => t.Visits : null);
        rows.Remove(gone);
        var expected = rows.ConvertAll(row => onlyVisits ? _model[row.Id] with { Visits = row.Visits } : row);
        Assert.Equal(expected.Select(Values), updated.Select(Values));
        Assert.All(updated, row => Assert.Equal($"{row.Id}", row.Draft));
        Remember(updated);
    }

    private async Task UpdateWhereAsync()
    {
        var (least, limit, offset) = (_random.Next(10), (int?)_random.Next(6), _random.Next(3));
        limit = limit == 5 ? null : limit;
        var expected = _model.Values.Where(row => row.Visits >= least).OrderByDescending(row => row.Id).Skip(offset).Take(limit ?? int.MaxValue)
            .Select(row => row with { Visits = (row.Visits * 2) % 11, Done = row.Priority > 2 }).ToList();
        var updated = await Job.Db.UpdateWhereAsync(
            Session,
            set: t => [t.Visits.Set((t.Visits * 2) - (t.Visits * 2 / 11 * 11)), t.Done.Set(t.Priority != null && t.Priority > 2)],
            where: t => t.Visits >= least,
            orderBy: t => t.Id.Desc(),
            limit,
            offset);
        Assert.Equal(expected.Select(Values), updated.Select(Values));
        Remember(updated);
    }

    private async Task DeleteAsync()
    {
        var rows = Some();
        Assert.Equal(rows.Select(Values), (await Job.Db.DeleteAsync(Session, rows)).Select(Values));
        rows.ForEach(row => _model.Remove(row.Id));
        await InsertAsync();
    }

    private async Task DeleteWhereAsync()
    {
        var priority = _random.Next(5);
        var expected = _model.Values.Where(row => row.Priority == priority).OrderBy(row => row.Visits).ThenBy(row => row.Id).ToList();
        var deleted = await Job.Db.DeleteWhereAsync(Session, t => t.Priority == priority, orderBy: t => [t.Visits, t.Id]);
        Assert.Equal(expected.Select(Values), deleted.Select(Values));
        expected.ForEach(row => _model.Remove(row.Id));
        await InsertAsync();
    }
}
