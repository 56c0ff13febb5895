using System.Globalization;
using Pod.EmbeddedPostgres.Tests.Fixtures;

namespace Pod.EmbeddedPostgres.Tests.Folders;

public sealed class OwnershipTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task Second_owner_in_the_same_process_is_refused_at_once()
    {
        await using var first = await _folder.StartAsync();

        var exception = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => _folder.StartAsync());

        Assert.Contains(_folder.Data, exception.Message, StringComparison.Ordinal);
        Assert.Contains(Environment.ProcessId.ToString(CultureInfo.InvariantCulture), exception.Message, StringComparison.Ordinal);
        Assert.Equal("1", await Sql.ReadAsync(first.ConnectionString, "SELECT 1"));
    }

    [Fact]
    public async Task Second_owner_process_is_told_the_pid_of_the_first()
    {
        using var first = await OwnerProgram.StartAsync(_folder, _folder.Data);
        Assert.True(first.IsReady, first.Answer[^1]);

        using var second = await OwnerProgram.StartAsync(_folder, _folder.Data);

        Assert.Equal("FAILED", second.Answer[0]);
        Assert.Contains(_folder.Data, second.Answer[1], StringComparison.Ordinal);
        Assert.Contains($"pid {first.OwnerId}", second.Answer[1], StringComparison.Ordinal);
        await first.StopAsync();
    }

    [Fact]
    public async Task Server_of_another_process_is_found_while_it_runs()
    {
        Assert.Null(EmbeddedPostgresServer.FindConnectionString(_folder.Data));
        using var owner = await OwnerProgram.StartAsync(_folder, _folder.Data);
        Assert.True(owner.IsReady, owner.Answer[^1]);

        var found = EmbeddedPostgresServer.FindConnectionString(_folder.Data, "postgres");

        Assert.NotNull(found);
        Assert.Equal("postgres", await Sql.ReadAsync(found, "SELECT current_database()"));
        await owner.StopAsync();
        Assert.Null(EmbeddedPostgresServer.FindConnectionString(_folder.Data));
    }

    [Fact]
    public async Task Two_starts_at_once_give_one_owner()
    {
        var starts = Enumerable.Range(0, 3).Select(_ => Task.Run(() => _folder.StartAsync())).ToArray();
        var winners = new List<EmbeddedPostgresServer>();
        foreach (var start in starts)
        {
            try
            {
                winners.Add(await start);
            }
            catch (EmbeddedPostgresException exception)
            {
                Assert.Contains("in use by", exception.Message, StringComparison.Ordinal);
            }
        }

        await using var server = Assert.Single(winners);
    }

    [Fact]
    public async Task Folder_is_free_after_a_failed_start()
    {
        var options = new EmbeddedPostgresOptions { DataDirectory = _folder.Data, BinariesDirectory = _folder.Root };
        await Assert.ThrowsAsync<EmbeddedPostgresException>(() => EmbeddedPostgresServer.StartAsync(options));

        await using var server = await _folder.StartAsync();
    }

    public void Dispose() => _folder.Dispose();
}
