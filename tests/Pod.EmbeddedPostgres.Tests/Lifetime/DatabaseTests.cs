using Pod.EmbeddedPostgres.Tests.Fixtures;

namespace Pod.EmbeddedPostgres.Tests.Lifetime;

public sealed class DatabaseTests : IDisposable
{
    private const string OddName = "it's \"my\"; db";

    private readonly TestFolder _folder = new();

    [Fact]
    public async Task Database_that_is_new_or_was_dropped_is_created_at_the_next_start()
    {
        await using (var server = await _folder.StartAsync())
        {
            await Sql.RunAsync(server.GetConnectionString("postgres"), "DROP DATABASE pod");
        }

        await using (var server = await _folder.StartAsync())
        {
            Assert.Equal("pod", await Sql.ReadAsync(server.ConnectionString, "SELECT current_database()"));
        }

        var options = new EmbeddedPostgresOptions { DataDirectory = _folder.Data, AllowDownload = false, DatabaseName = OddName };
        await using (var server = await EmbeddedPostgresServer.StartAsync(options))
        {
            Assert.Equal(OddName, await Sql.ReadAsync(server.ConnectionString, "SELECT current_database()"));
        }
    }

    [Fact]
    public async Task First_database_may_have_an_odd_name()
    {
        var options = new EmbeddedPostgresOptions { DataDirectory = _folder.Data, AllowDownload = false, DatabaseName = OddName };

        await using var server = await EmbeddedPostgresServer.StartAsync(options);

        Assert.Equal(OddName, await Sql.ReadAsync(server.ConnectionString, "SELECT current_database()"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two\nlines")]
    [InlineData("a name that is much longer than the sixty-three bytes PostgreSQL allows")]
    public async Task Impossible_name_is_refused(string name) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(
            () => EmbeddedPostgresServer.StartAsync(new EmbeddedPostgresOptions { DataDirectory = _folder.Data, DatabaseName = name }));

    public void Dispose() => _folder.Dispose();
}
