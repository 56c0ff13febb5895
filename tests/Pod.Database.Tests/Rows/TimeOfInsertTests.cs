using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Rows;

/// <summary>Columns whose default is the time, on the system's clock and on another one.</summary>
[Collection(DatabaseTests.Name)]
public sealed class TimeOfInsertTests(ChatDatabase chat) : IClassFixture<ChatDatabase>, IAsyncLifetime
{
    private static readonly DateTimeOffset Given = new(2020, 5, 5, 0, 0, 0, TimeSpan.Zero);

    private readonly ManualTimeProvider _clock = new();

    public Task InitializeAsync() => chat.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_row_takes_the_time_of_the_clock_unless_it_brings_one()
    {
        await using var session = OnClock();
        var channel = await Channel.Db.InsertRowAsync(session, new Channel { Name = "a" });
        var job = await Job.Db.InsertRowAsync(session, new Job { Queue = "q", Name = "a", CreatedAt = Given });

        Assert.Equal(_clock.GetUtcNow().UtcDateTime, channel.CreatedAt);
        Assert.Equal(Given, job.CreatedAt);
    }

    [Fact]
    public async Task Rows_that_bring_a_time_and_rows_that_do_not_are_one_statement()
    {
        await using var session = OnClock();
        using var recorder = new StatementRecorder();
        var stored = await Job.Db.InsertAsync(session, [Named("a"), Named("b", Given), Named("c")]);

        Assert.Equal([_clock.GetUtcNow(), Given, _clock.GetUtcNow()], stored.Select(static row => row.CreatedAt));
        Assert.Single(recorder.Statements);
    }

    [Fact]
    public async Task Rows_of_a_copy_and_of_an_upsert_take_it_too()
    {
        await using var session = OnClock();
        await Job.Db.BulkInsertAsync(session, [Named("a"), Named("b", Given)]);
        var first = await Job.Db.FindAsync(session, orderBy: t => t.Id);
        var again = await Job.Db.UpsertRowAsync(session, first[1] with { CreatedAt = null }, t => [t.Queue, t.Name]);

        Assert.Equal([_clock.GetUtcNow(), Given], first.Select(static row => row.CreatedAt));
        Assert.Equal(_clock.GetUtcNow(), again!.CreatedAt);
    }

    [Fact]
    public async Task The_systems_clock_leaves_it_to_the_database()
    {
        using var recorder = new StatementRecorder();
        await chat.Session.Db.TransactionAsync(async tx =>
        {
            var job = await Job.Db.InsertRowAsync(tx, Named("a"));

            Assert.Equal([job.CreatedAt!.Value.UtcDateTime], await tx.Db.QueryAsync<DateTime>($"SELECT now()"));
        });

        Assert.DoesNotContain("createdAt", recorder.Statements.First(static text => text.StartsWith("INSERT", StringComparison.Ordinal)).Split("VALUES")[0], StringComparison.Ordinal);
    }

    private DatabaseSession OnClock() => new(chat.ConnectionString, new PodDatabaseOptions { TimeProvider = _clock });

    private static Job Named(string name, DateTimeOffset? createdAt = null) => new() { Queue = "q", Name = name, CreatedAt = createdAt };
}
