using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Connections;

[Collection(DatabaseTests.Name)]
public sealed class DevelopmentWarningTests(ChatDatabase chat) : IClassFixture<ChatDatabase>
{
    [Fact]
    public async Task Statements_beside_the_running_transaction_are_told_once_per_place()
    {
        using var logs = new DevelopmentLog();
        await using var session = new DatabaseSession(chat.ConnectionString, new PodDatabaseOptions { DevelopmentWarnings = true, LoggerFactory = logs });
        for (var i = 0; i < 3; i++)
        {
            await session.Db.TransactionAsync(async tx =>
            {
                await ChatUser.Db.CountAsync(tx);
                await Task.Yield();
                await ChatUser.Db.CountAsync(session);
                await ChatUser.Db.FindAsync(session, include: ChatUser.Include(favourites: Message.IncludeList()));
                await foreach (var user in ChatUser.Db.StreamAsync(session))
                {
                    Assert.NotNull(user);
                }

                await tx.TransactionAsync(inner => ChatUser.Db.InsertRowAsync(session, new ChatUser { Name = "outside" }));
                await session.Db.TransactionAsync(other => ChatUser.Db.CountAsync(other));
            });
        }

        Assert.Equal(5, logs.Messages.Count);
        Assert.All(logs.Messages, message => Assert.Contains("outside of the transaction", message));
        Assert.All(logs.Messages, message => Assert.Contains(nameof(DevelopmentWarningTests) + ".cs(", message));
        Assert.Equal(5, logs.Messages.Distinct().Count());
    }

    [Fact]
    public async Task Other_sessions_and_what_follows_are_no_mistake()
    {
        using var logs = new DevelopmentLog();
        await using var session = new DatabaseSession(chat.ConnectionString, new PodDatabaseOptions { DevelopmentWarnings = true, LoggerFactory = logs });
        var other = new DatabaseSession(session.Database);
        await session.Db.TransactionAsync(async tx =>
        {
            await ChatUser.Db.CountAsync(other);
            await ChatUser.Db.FindAsync(tx, include: ChatUser.Include(favourites: Message.IncludeList()));
        });
        await ChatUser.Db.CountAsync(session);
        Assert.Empty(logs.Messages);
    }

    [Fact]
    public async Task Looking_into_plain_json_is_told_once()
    {
        using var logs = new DevelopmentLog();
        await using var session = new DatabaseSession(chat.ConnectionString, new PodDatabaseOptions { DevelopmentWarnings = true, LoggerFactory = logs });
        for (var i = 0; i < 3; i++)
        {
            await Sample.Db.CountAsync(session, t => t.MaybeMap.HasKey("a") && t.Tags.Contains("b"));
            await Sample.Db.CountAsync(session, t => t.Tags.Contains("b") && t.MaybeMap != null);
        }

        Assert.Contains("'sample.maybeMap', which is stored as json", Assert.Single(logs.Messages));
    }

    [Fact]
    public async Task An_offset_without_an_order_is_told()
    {
        using var logs = new DevelopmentLog();
        await using var session = new DatabaseSession(chat.ConnectionString, new PodDatabaseOptions { DevelopmentWarnings = true, LoggerFactory = logs });
        await ChatUser.Db.FindAsync(session, orderBy: t => t.Id, offset: 3);
        await ChatUser.Db.FindAsync(session, limit: 3, offset: 0);
        Assert.Empty(logs.Messages);
        await ChatUser.Db.FindAsync(session, offset: 3);
        await ChatUser.Db.FindFirstRowAsync(session, offset: 3);
        Assert.Equal(2, logs.Messages.Count(message => message.Contains("table 'chat_user' has an offset but no order")));
    }

    [Fact]
    public async Task Nothing_is_told_unless_asked_for()
    {
        using var logs = new DevelopmentLog();
        await using var session = new DatabaseSession(chat.ConnectionString, new PodDatabaseOptions { LoggerFactory = logs });
        await session.Db.TransactionAsync(tx => ChatUser.Db.FindAsync(session, offset: 3));
        Assert.Empty(logs.Messages);
    }
}
