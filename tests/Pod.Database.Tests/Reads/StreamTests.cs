using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Reads;

[Collection(DatabaseTests.Name)]
public sealed class StreamTests(ChatDatabase chat) : IClassFixture<ChatDatabase>, IAsyncLifetime
{
    // One connection, so that one which is not given back blocks the next statement.
    private DatabaseSession Session { get; set; } = null!;

    public async Task InitializeAsync()
    {
        Session = new DatabaseSession(chat.ConnectionString + ";Timeout=2", new PodDatabaseOptions { MaxPoolSize = 1 });
        await chat.ClearAsync();
        await chat.ExecuteAsync(
            """
            INSERT INTO chat_user (name) SELECT 'user ' || n FROM generate_series(1, 5) n;
            INSERT INTO channel (name, kind, "ownerId") SELECT 'channel ' || n, 'open', n % 5 + 1 FROM generate_series(1, 1000) n;
            INSERT INTO message ("channelId", "authorId", text) SELECT n % 100 + 1, n % 5 + 1, 'message ' || n FROM generate_series(1, 300) n;
            """);
    }

    public async Task DisposeAsync() => await Session.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(333)]
    [InlineData(1000)]
    [InlineData(5000)]
    public async Task Gives_the_rows_of_a_find(int batchSize)
    {
        var expected = await Channel.Db.FindAsync(chat.Session, t => t.Owner.Name != "user 2", t => t.Name.Desc());
        var ids = new List<long>();
        await foreach (var row in Channel.Db.StreamAsync(Session, t => t.Owner.Name != "user 2", t => t.Name.Desc(), batchSize: batchSize))
        {
            ids.Add(row.Id);
        }

        Assert.Equal(expected.Select(row => row.Id), ids);
        Assert.Equal(1000, await Channel.Db.CountAsync(Session));
    }

    [Fact]
    public async Task Reads_one_batch_ahead_of_a_loop_that_has_read_one_to_its_end()
    {
        using var recorder = new StatementRecorder();
        var seen = 0;
        await foreach (var row in Channel.Db.StreamAsync(Session, orderBy: t => t.Id, batchSize: 10))
        {
            Assert.InRange(Fetches(recorder), (seen / 10) + 1, seen < 10 ? 1 : (seen / 10) + 2);
            if (++seen == 35)
            {
                break;
            }
        }

        Assert.InRange(Fetches(recorder), 4, 5);
        Assert.Equal(1000, await Channel.Db.CountAsync(Session));
    }

    [Fact]
    public async Task Includes_are_loaded_per_batch()
    {
        using var recorder = new StatementRecorder();
        var include = Channel.Include(owner: ChatUser.Include(), messages: Message.IncludeList(orderBy: m => m.Id, include: Message.Include(author: ChatUser.Include())));
        var expected = await Channel.Db.FindAsync(chat.Session, orderBy: t => t.Id, include: include);
        var index = 0;
        await foreach (var row in Channel.Db.StreamAsync(Session, orderBy: t => t.Id, include: include, batchSize: 300))
        {
            var same = expected[index++];
            Assert.Equal((same.Id, same.Owner?.Name), (row.Id, row.Owner?.Name));
            Assert.Equal(same.Messages!.Select(m => (m.Text, m.Author!.Name)), row.Messages!.Select(m => (m.Text, m.Author!.Name)));
        }

        Assert.Equal(1000, index);
        Assert.Equal(4, Fetches(recorder));
        // One for the find, one per batch.
        Assert.Equal(5, recorder.Statements.Count(text => text.StartsWith("SELECT") && text.Contains("FROM \"message\"")));
    }

    [Fact]
    public async Task Sees_one_moment()
    {
        var seen = 0;
        await foreach (var row in Channel.Db.StreamAsync(
            Session, orderBy: t => t.Id, include: Channel.Include(messages: Message.IncludeList()), batchSize: 100))
        {
            if (seen++ == 0)
            {
                await chat.ExecuteAsync("""DELETE FROM message; DELETE FROM channel WHERE id > 500; UPDATE channel SET name = 'new ' || id;""");
            }

            Assert.StartsWith("channel", row.Name);
            Assert.Equal(row.Id <= 100 ? 3 : 0, row.Messages!.Count);
        }

        Assert.Equal(1000, seen);
        Assert.Equal(500, await Channel.Db.CountAsync(Session));
    }

    [Fact]
    public async Task The_connection_returns_when_the_loop_throws_or_is_cancelled()
    {
        await Assert.ThrowsAsync<TimeZoneNotFoundException>(async () =>
        {
            await foreach (var row in Channel.Db.StreamAsync(Session, batchSize: 10))
            {
                throw new TimeZoneNotFoundException();
            }
        });
        Assert.Equal(1000, await Channel.Db.CountAsync(Session));

        using var cancellation = new CancellationTokenSource();
        var seen = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var row in Channel.Db.StreamAsync(Session, batchSize: 10, cancellationToken: cancellation.Token))
            {
                if (++seen == 15)
                {
                    await cancellation.CancelAsync();
                }
            }
        });
        Assert.Equal(15, seen);
        Assert.Equal(1000, await Channel.Db.CountAsync(Session));

        await Assert.ThrowsAsync<PodDatabaseException>(async () =>
        {
            await foreach (var row in Channel.Db.StreamAsync(Session, t => 1 / (t.Id - 15) < 2, t => t.Id, batchSize: 10))
            {
            }
        });
        Assert.Equal(1000, await Channel.Db.CountAsync(Session));
    }

    [Fact]
    public async Task Runs_in_a_transaction_and_leaves_it_usable()
    {
        await chat.Session.Db.TransactionAsync(async tx =>
        {
            await Channel.Db.InsertRowAsync(tx, new Channel { Name = "fresh" });
            Func<ChannelTable, Filter> hasCursor = t => Filter.Sql($"EXISTS (SELECT 1 FROM pg_cursors WHERE statement LIKE 'DECLARE%')");
            var names = new List<string>();
            // Two cursors at once, of one query.
            await foreach (var row in Channel.Db.StreamAsync(tx, t => t.Id > 998, t => t.Id, batchSize: 1))
            {
                await foreach (var other in Channel.Db.StreamAsync(tx, t => t.Id > 998, t => t.Id, batchSize: 1))
                {
                    names.Add(row.Name + "/" + other.Name);
                    Assert.True(await Channel.Db.ExistsAsync(tx, hasCursor));
                    break;
                }
            }

            Assert.Equal(["channel 999/channel 999", "channel 1000/channel 999", "fresh/channel 999"], names);
            Assert.Equal(1001, await Channel.Db.CountAsync(tx));
            Assert.False(await Channel.Db.ExistsAsync(tx, hasCursor));
        });
    }

    [Fact]
    public async Task A_stream_can_be_read_twice_and_different_ones_share_a_connection()
    {
        for (var i = 0; i < 5; i++)
        {
            var channels = Channel.Db.StreamAsync(Session, orderBy: t => t.Id, batchSize: 400);
            Assert.Equal(1000, await CountAsync(channels));
            Assert.Equal(1000, await CountAsync(channels));
            Assert.Equal(5, await CountAsync(ChatUser.Db.StreamAsync(Session, batchSize: 400)));
            Assert.Equal(300, await CountAsync(Message.Db.StreamAsync(Session, batchSize: 400)));
        }
    }

    [Fact]
    public void Batches_have_rows()
        => Assert.Throws<ArgumentOutOfRangeException>(() => Channel.Db.StreamAsync(Session, batchSize: 0));

    private static int Fetches(StatementRecorder recorder) => recorder.Statements.Count(text => text.StartsWith("FETCH", StringComparison.Ordinal));

    private static async Task<int> CountAsync<T>(IAsyncEnumerable<T> rows)
    {
        var count = 0;
        await foreach (var row in rows)
        {
            count++;
        }

        return count;
    }
}
