using Microsoft.Extensions.Logging;
using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Connections;

[Collection(DatabaseTests.Name)]
public sealed class QueryLogTests(ChatDatabase chat) : IClassFixture<ChatDatabase>, IAsyncLifetime
{
    public Task InitializeAsync() => chat.ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Each_statement_is_logged_on_request()
    {
        using var logs = new LogRecorder();
        await using var database = new PodDatabase(
            chat.ConnectionString, new PodDatabaseOptions { LoggerFactory = logs, LogQueries = true, SlowQuery = null });
        var session = new DatabaseSession(database);
        await ChatUser.Db.InsertAsync(session, [new ChatUser { Name = "secret" }, new ChatUser { Name = "b" }]);
        await ChatUser.Db.FindAsync(session, t => t.Name != "secret");
        await ChatUser.Db.CountAsync(session);
        await ChatUser.Db.FindFirstRowAsync(session, t => t.Name == "nobody");
        await ChatUser.Db.FindPageAsync(session, t => t.Id, limit: 2);
        await session.Db.ExecuteAsync($"UPDATE chat_user SET name = {"x"}");
        await Assert.ThrowsAsync<CheckViolationException>(() => Channel.Db.InsertRowAsync(session, new Channel { Name = "forbidden" }));
        Assert.Equal(
            [("INSERT chat_user", 2L, false), ("SELECT chat_user", 1L, false), ("SELECT chat_user", 1L, false), ("SELECT chat_user", 0L, false), ("SELECT chat_user", 2L, false), ("SQL", 2L, false), ("INSERT channel", 0L, true)],
            logs.Statements.Select(log => ((string)log.Values["Statement"]!, (long)log.Values["Rows"]!, (bool)log.Values["IsFailed"]!)));
        Assert.All(logs.Statements, log => Assert.Equal((LogLevel.Information, false), (log.Level, (bool)log.Values["IsSlow"]!)));
        Assert.All(logs.Statements, log => Assert.True((double)log.Values["Duration"]! > 0));
        Assert.All(logs.Statements, log => Assert.DoesNotContain(log.Values, value => $"{value.Value}".Contains("secret", StringComparison.Ordinal)));
        Assert.Equal("UPDATE chat_user SET name = $1", logs.Statements.ElementAt(5).Values["Text"]);
    }

    [Fact]
    public async Task Only_slow_statements_are_logged_otherwise()
    {
        using var logs = new LogRecorder();
        await using var database = new PodDatabase(
            chat.ConnectionString, new PodDatabaseOptions { LoggerFactory = logs, SlowQuery = TimeSpan.FromMilliseconds(200) });
        var db = new DatabaseSession(database).Db;
        await db.QueryAsync($"SELECT pg_sleep(0.2)");
        var (level, values) = Assert.Single(logs.Statements, log => $"{log.Values["Text"]}".Contains("pg_sleep", StringComparison.Ordinal));
        Assert.Equal((LogLevel.Warning, true, 1L), (level, (bool)values["IsSlow"]!, (long)values["Rows"]!));
        Assert.InRange((double)values["Duration"]!, 200, 60_000);
    }

    [Fact]
    public async Task Nothing_is_logged_without_a_reason()
    {
        using var logs = new LogRecorder();
        await using var database = new PodDatabase(chat.ConnectionString, new PodDatabaseOptions { LoggerFactory = logs, SlowQuery = TimeSpan.FromHours(1) });
        await ChatUser.Db.CountAsync(new DatabaseSession(database));
        Assert.Empty(logs.Statements);
    }
}
