using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Rows;

[Collection(DatabaseTests.Name)]
public sealed class BulkInsertTests(ChatDatabase chat) : IClassFixture<ChatDatabase>, IAsyncLifetime
{
    private static readonly DateTimeOffset Then = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private DatabaseSession Session => chat.Session;

    public Task InitializeAsync() => chat.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Every_type_arrives_as_by_insert()
    {
        var rows = Samples.Make(200);
        var inserted = await Sample.Db.InsertAsync(Session, rows);
        Assert.Equal(200, await Sample.Db.BulkInsertAsync(Session, rows));
        var copied = await Sample.Db.FindAsync(Session, t => t.Id > inserted[^1].Id, orderBy: t => t.Id);
        Assert.Equal(200, copied.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            RoundTripTests.AssertSame(rows[i], copied[i]);
        }
    }

    [Fact]
    public async Task Unset_values_get_the_columns_defaults_and_given_ones_stay()
    {
        var count = await Job.Db.BulkInsertAsync(Session, Enumerable.Range(0, 12_000).Select(i => new Job
        {
            Id = i == 7_000 ? 1_000_000 : 0,
            Queue = "q",
            Name = $"{i}",
            Visits = i,
            CreatedAt = i % 3 == 0 ? Then : null,
        }));
        Assert.Equal(12_000, count);
        Assert.Equal(12_000, await Job.Db.CountAsync(Session));
        Assert.Equal(4_000, await Job.Db.CountAsync(Session, t => t.CreatedAt == Then));
        Assert.Equal("7000", (await Job.Db.FindByIdAsync(Session, 1_000_000))!.Name);
        Assert.Equal(11_999, await Job.Db.CountAsync(Session, t => t.Id <= 11_999));
    }

    [Fact]
    public async Task A_stream_of_rows_may_use_the_same_transaction()
    {
        await Session.Db.TransactionAsync(async tx =>
        {
            async IAsyncEnumerable<Job> MakeAsync()
            {
                for (var i = 0; i < 6_000; i++)
                {
                    if (i % 1_000 == 0)
                    {
                        await ChatUser.Db.InsertRowAsync(tx, new ChatUser { Name = $"{i}" });
                    }

                    yield return new Job { Queue = "q", Name = $"{i}" };
                }
            }

            Assert.Equal(6_000, await Job.Db.BulkInsertAsync(tx, MakeAsync()));
            Assert.Equal(6_000, await Job.Db.CountAsync(tx));
            Assert.Equal(0, await Job.Db.CountAsync(Session));
            await tx.RollbackAsync();
        });
        Assert.Equal(0, await Job.Db.CountAsync(Session));
        Assert.Equal(0, await Job.Db.BulkInsertAsync(Session, []));
    }

    [Fact]
    public async Task A_refused_row_is_named_and_nothing_is_stored()
    {
        var rows = Enumerable.Range(0, 11_000).Select(i => new Job
        {
            Queue = "q",
            Name = i == 10_001 ? "9998" : $"{i}",
            CreatedAt = i % 2 == 0 ? Then : null,
        });
        var error = await Assert.ThrowsAsync<UniqueViolationException>(() => Job.Db.BulkInsertAsync(Session, rows));
        Assert.Equal(10_001, error.RowPosition);
        Assert.Equal("job_queue_name_idx", error.Constraint);

        var missing = await Assert.ThrowsAsync<NotNullViolationException>(
            () => Job.Db.BulkInsertAsync(Session, [new Job { Queue = "q", Name = "a" }, new Job { Queue = "q", Name = null! }]));
        Assert.Equal(1, missing.RowPosition);
        var foreign = await Assert.ThrowsAsync<ForeignKeyViolationException>(
            () => Job.Db.BulkInsertAsync(Session, [new Job { Queue = "q", Name = "a", OwnerId = 99 }]));
        Assert.Null(foreign.RowPosition);
        var broken = Enumerable.Range(0, 5_001).Select(i => i < 5_000 ? new Job { Queue = "q", Name = $"{i}" } : throw new InvalidDataException());
        await Assert.ThrowsAsync<InvalidDataException>(() => Job.Db.BulkInsertAsync(Session, broken));
        await Assert.ThrowsAsync<ArgumentException>(() => Job.Db.BulkInsertAsync(Session, [new Job { Queue = "q", Name = "a" }, null!]));
        await Assert.ThrowsAsync<ArgumentException>(
            () => Job.Db.BulkInsertAsync(Session, [new Job { Queue = "q", Name = "a", SeenAt = new DateTime(2026, 1, 1) }]));
        Assert.Equal(0, await Job.Db.CountAsync(Session));
    }

    [Fact]
    public async Task A_failure_leaves_the_surrounding_transaction_usable()
    {
        await Session.Db.TransactionAsync(async tx =>
        {
            await Job.Db.InsertRowAsync(tx, new Job { Queue = "q", Name = "a" });
            await Assert.ThrowsAsync<UniqueViolationException>(() => Job.Db.BulkInsertAsync(tx, [new Job { Queue = "q", Name = "a" }]));
            await Job.Db.BulkInsertAsync(tx, [new Job { Queue = "q", Name = "b" }]);
        });
        Assert.Equal(["a", "b"], (await Job.Db.FindAsync(Session, orderBy: t => t.Name)).Select(row => row.Name));
    }

    [Fact]
    public async Task Cancelling_stores_nothing()
    {
        using var source = new CancellationTokenSource();
        var rows = Enumerable.Range(0, 20_000).Select(i =>
        {
            if (i == 12_000)
            {
                source.Cancel();
            }

            return new Job { Queue = "q", Name = $"{i}" };
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Job.Db.BulkInsertAsync(Session, rows, source.Token));
        Assert.Equal(0, await Job.Db.CountAsync(Session));
    }

    [Fact]
    public async Task Tokens_start_at_one()
    {
        await Note.Db.BulkInsertAsync(Session, [new Note { Title = "a", Version = 9 }]);
        Assert.Equal(1, Assert.Single(await Note.Db.FindAsync(Session)).Version);
    }

    [Fact]
    public async Task Text_that_looks_like_sql_stays_text()
    {
        const string Attack = "'; DROP TABLE \"job\"; --\n\\.\n\t\\N";
        await Job.Db.BulkInsertAsync(Session, [new Job { Queue = Attack, Name = "a", Tags = [Attack] }]);
        var found = Assert.Single(await Job.Db.FindAsync(Session, t => t.Queue == Attack));
        Assert.Equal([Attack], found.Tags);
    }
}
