using Npgsql;
using Pod.Database.Tests.Model;

namespace Pod.Database.Tests.Support;

/// <summary>A database with the tables of the models, for one test class.</summary>
public sealed class ChatDatabase(PostgresServer server) : IAsyncLifetime
{
    public string ConnectionString { get; private set; } = "";

    public PodDatabase Database { get; private set; } = null!;

    public DatabaseSession Session { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        ConnectionString = await server.CreateDatabaseAsync();
        Database = new PodDatabase(ConnectionString);
        Session = new DatabaseSession(Database);
        await ExecuteAsync(ChatSchema.Sql);
    }

    /// <summary>Runs SQL behind Pod's back.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Asks until the answer is true. The server tells nobody when a statement of another connection begins or ends, so there is no signal to await.</summary>
    public async Task WaitForAsync(string condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await ScalarAsync<bool>(condition))
        {
            limit.Token.ThrowIfCancellationRequested();
        }
    }

    public Task ClearAsync() => ExecuteAsync("""TRUNCATE "message", "channel", "profile", "chat_user", "sample", "job", "note" RESTART IDENTITY""");

    public Task<ChatUser> AddUserAsync(string name) => ChatUser.Db.InsertRowAsync(Session, new ChatUser { Name = name });

    public Task<Job> AddJobAsync(string name, int visits = 0, int? priority = null, long? ownerId = null)
        => Job.Db.InsertRowAsync(Session, new Job { Queue = "q", Name = name, Visits = visits, Priority = priority, OwnerId = ownerId });

    public Task<Channel> AddChannelAsync(string name, long? ownerId = null)
        => Channel.Db.InsertRowAsync(Session, new Channel { Name = name, OwnerId = ownerId });

    public Task<Message> AddMessageAsync(Channel channel, ChatUser author, string text, long? replyToId = null)
        => Message.Db.InsertRowAsync(Session, new Message { ChannelId = channel.Id, AuthorId = author.Id, Text = text, ReplyToId = replyToId });

    public async Task DisposeAsync() => await Database.DisposeAsync();
}
