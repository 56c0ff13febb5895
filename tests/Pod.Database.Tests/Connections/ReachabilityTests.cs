using Pod.Database.Tests.Support;

namespace Pod.Database.Tests.Connections;

[Collection(DatabaseTests.Name)]
public sealed class ReachabilityTests(ChatDatabase chat, PostgresServer server) : IClassFixture<ChatDatabase>
{
    [Fact]
    public async Task A_database_that_answers_needs_no_wait()
    {
        var time = new ManualTimeProvider();
        await using var database = new PodDatabase(chat.ConnectionString, new PodDatabaseOptions { TimeProvider = time });
        await database.WaitUntilReachableAsync(TimeSpan.FromMinutes(2));
        Assert.Empty(time.Waits);
    }

    [Fact]
    public async Task Pauses_grow_until_the_time_is_over()
    {
        var time = new ManualTimeProvider();
        await using var database = new PodDatabase("Host=/nowhere;Database=x;Username=x", new PodDatabaseOptions { TimeProvider = time });
        var error = await Assert.ThrowsAsync<DatabaseConnectionException>(() => database.WaitUntilReachableAsync(TimeSpan.FromMinutes(2)));
        Assert.True(error.IsTransient);
        Assert.Equal(time.Waits.Order(), time.Waits);
        Assert.Equal(TimeSpan.FromSeconds(5), time.Waits[^1]);
        Assert.InRange(time.Waits.Aggregate((left, right) => left + right), TimeSpan.FromSeconds(110), TimeSpan.FromSeconds(120));
    }

    [Fact]
    public async Task A_database_that_comes_up_ends_the_wait()
    {
        var time = new ManualTimeProvider();
        var name = "full_house";
        await chat.ExecuteAsync($"CREATE DATABASE {name} CONNECTION LIMIT 0");
        await chat.ExecuteAsync("DROP ROLE IF EXISTS guest; CREATE ROLE guest LOGIN PASSWORD 'guest'");
        time.OnWait = () => chat.ExecuteAsync($"ALTER DATABASE {name} CONNECTION LIMIT 10").GetAwaiter().GetResult();
        var connection = new Npgsql.NpgsqlConnectionStringBuilder(server.ConnectionString(name)) { Username = "guest", Password = "guest" };
        await using var database = new PodDatabase(connection.ConnectionString, new PodDatabaseOptions { TimeProvider = time });
        await database.WaitUntilReachableAsync(TimeSpan.FromMinutes(2));
        Assert.Single(time.Waits);
    }

    [Fact]
    public async Task What_waiting_cannot_change_is_told_at_once()
    {
        var time = new ManualTimeProvider();
        await using var unknown = new PodDatabase(server.ConnectionString("unknown"), new PodDatabaseOptions { TimeProvider = time });
        var error = await Assert.ThrowsAsync<DatabaseConnectionException>(() => unknown.WaitUntilReachableAsync(TimeSpan.Zero));
        Assert.Equal(SqlStates.InvalidCatalogName, error.SqlState);
        var stranger = new Npgsql.NpgsqlConnectionStringBuilder(chat.ConnectionString) { Username = "stranger", Password = "wrong" };
        await using var refused = new PodDatabase(stranger.ConnectionString, new PodDatabaseOptions { TimeProvider = time });
        await Assert.ThrowsAsync<DatabaseConnectionException>(() => refused.WaitUntilReachableAsync(TimeSpan.Zero));
        Assert.Empty(time.Waits);
    }

    [Fact]
    public async Task Cancelling_ends_the_wait()
    {
        using var source = new CancellationTokenSource();
        var time = new ManualTimeProvider { OnWait = source.Cancel };
        await using var database = new PodDatabase("Host=/nowhere;Database=x;Username=x", new PodDatabaseOptions { TimeProvider = time });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => database.WaitUntilReachableAsync(TimeSpan.Zero, source.Token));
    }
}
