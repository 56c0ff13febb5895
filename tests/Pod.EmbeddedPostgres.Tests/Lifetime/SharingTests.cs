using Pod.EmbeddedPostgres.Tests.Fixtures;

namespace Pod.EmbeddedPostgres.Tests.Lifetime;

public sealed class SharingTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task The_server_lives_as_long_as_one_of_those_who_share_it()
    {
        using var starter = await OwnerProgram.StartAsync(_folder, _folder.Data, shared: true);
        Assert.True(starter.IsReady, starter.Answer[^1]);
        var first = await _folder.ShareAsync();
        var second = await _folder.ShareAsync();
        Assert.Equal([starter.ServerId, starter.ServerId], [first.ProcessId, second.ProcessId]);

        starter.Kill();
        await first.DisposeAsync();
        await Sql.RunAsync(second.ConnectionString, "CREATE TABLE note (text text); INSERT INTO note VALUES ('committed')");
        Assert.True(Machine.Runs(second.ProcessId));

        await second.DisposeAsync();
        await Until.TrueAsync(() => Machine.ProcessesMentioning(_folder.Data).Count == 0);
    }

    [Fact]
    public async Task Whoever_comes_while_the_last_one_leaves_has_a_server()
    {
        var current = await _folder.ShareAsync();
        await Sql.RunAsync(current.ConnectionString, "CREATE TABLE note (text text); INSERT INTO note VALUES ('committed')");
        for (var round = 0; round < 5; round++)
        {
            var leaving = current;
            var coming = Task.Run(_folder.ShareAsync);
            await leaving.DisposeAsync();
            current = await coming;
            Assert.Equal("committed", await Sql.ReadAsync(current.ConnectionString, "SELECT text FROM note"));
        }

        var last = current.ProcessId;
        await current.DisposeAsync();
        await Until.TrueAsync(() => !Machine.Runs(last));
    }

    [Fact]
    public async Task All_start_at_once_and_have_one_server()
    {
        var servers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(_folder.ShareAsync)));

        Assert.Single(servers.Select(static server => server.ProcessId).Distinct());
        foreach (var server in servers)
        {
            Assert.Equal("1", await Sql.ReadAsync(server.ConnectionString, "SELECT 1"));
            await server.DisposeAsync();
        }

        await Until.TrueAsync(() => Machine.ProcessesMentioning(_folder.Data).Count == 0);
    }

    public void Dispose() => _folder.Dispose();
}
