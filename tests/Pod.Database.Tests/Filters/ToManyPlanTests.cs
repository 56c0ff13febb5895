using System.Text;
using Npgsql;
using Pod.Database.Tests.Model;
using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Filters;

[Collection(DatabaseTests.Name)]
public sealed class ToManyPlanTests(ChatDatabase chat) : IClassFixture<ChatDatabase>
{
    [Fact]
    public async Task The_index_on_the_foreign_key_serves_counts_and_conditions()
    {
        await chat.ExecuteAsync(
            """
            CREATE INDEX message_channel ON message ("channelId");
            INSERT INTO chat_user (id, name) VALUES (1, 'Anna');
            INSERT INTO channel (name, kind) SELECT 'channel ' || n, 'open' FROM generate_series(1, 2000) n;
            INSERT INTO message ("channelId", "authorId", text) SELECT n % 2000 + 1, 1, 'text ' || n FROM generate_series(1, 20000) n;
            ANALYZE;
            """);
        Func<ChannelTable, Filter>[] filters =
        [
            t => t.Id == 5 && t.Messages.Any(),
            t => t.Id == 5 && t.Messages.None(m => m.Text == "x"),
            t => t.Id == 5 && t.Messages.All(m => m.Text == "x"),
            t => t.Id == 5 && t.Messages.Count(m => m.Text == "x") > 3,
        ];
        foreach (var filter in filters)
        {
            using var recorder = new StatementRecorder();
            await Channel.Db.CountAsync(chat.Session, filter);
            var plan = await ExplainAsync(Assert.Single(recorder.Statements, text => text.Contains("\"channel\"")));
            Assert.Contains("message_channel", plan);
            Assert.DoesNotContain("Seq Scan", plan);
        }
    }

    private async Task<string> ExplainAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(chat.ConnectionString);
        await connection.OpenAsync();
        await using var explain = new NpgsqlCommand($"EXPLAIN (COSTS OFF) {statement.Replace("$1", "'5'").Replace("$2", "'3'").Replace("$3", "'3'")}", connection);
        var plan = new StringBuilder();
        await using var reader = await explain.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            plan.AppendLine(reader.GetString(0));
        }

        return plan.ToString();
    }
}
