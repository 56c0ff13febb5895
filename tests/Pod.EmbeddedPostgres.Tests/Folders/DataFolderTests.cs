using Pod.EmbeddedPostgres.Tests.Fixtures;

namespace Pod.EmbeddedPostgres.Tests.Folders;

public sealed class DataFolderTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task Foreign_folder_is_refused_and_left_as_it_is()
    {
        Directory.CreateDirectory(_folder.Data);
        await File.WriteAllTextAsync(Path.Combine(_folder.Data, "thesis.txt"), "ten years of work");

        var exception = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => _folder.StartAsync());

        Assert.Contains("thesis.txt", exception.Message, StringComparison.Ordinal);
        Assert.Equal("thesis.txt", Path.GetFileName(Assert.Single(Directory.EnumerateFileSystemEntries(_folder.Data))));
    }

    [Fact]
    public async Task Cluster_made_by_somebody_else_is_refused()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Data, "pgdata"));
        await File.WriteAllTextAsync(Path.Combine(_folder.Data, "pgdata", "PG_VERSION"), "15");

        var exception = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => _folder.StartAsync());

        Assert.Contains("was not made by Pod", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_in_place_of_the_folder_is_refused()
    {
        await File.WriteAllTextAsync(_folder.Data, "");

        var exception = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => _folder.StartAsync());

        Assert.Contains("is a file", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_with_a_gitignore_counts_as_empty()
    {
        Directory.CreateDirectory(_folder.Data);
        await File.WriteAllTextAsync(Path.Combine(_folder.Data, ".gitignore"), "*");

        await using var server = await _folder.StartAsync();
    }

    [Fact]
    public async Task Half_made_cluster_is_made_anew()
    {
        var half = Path.Combine(_folder.Data, "pgdata.new-0123456789abcdef");
        Directory.CreateDirectory(Path.Combine(half, "base", "1"));
        await File.WriteAllTextAsync(Path.Combine(half, "PG_VERSION"), "15");
        await File.WriteAllTextAsync(Path.Combine(_folder.Data, "pod-postgres.lock"), "");

        await using var server = await _folder.StartAsync();

        Assert.False(Directory.Exists(half));
        Assert.Contains(_folder.Log, line => line.Contains("interrupted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Damaged_cluster_is_reported_and_not_replaced()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Data, "pgdata", "base"));
        await File.WriteAllTextAsync(Path.Combine(_folder.Data, "pod-postgres.lock"), "");

        var exception = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => _folder.StartAsync());

        Assert.Contains("is damaged", exception.Message, StringComparison.Ordinal);
        Assert.True(Directory.Exists(Path.Combine(_folder.Data, "pgdata", "base")));
    }

    [Theory]
    [InlineData("a folder with spaces; and 'quotes' \"of both\" kinds $HOME")]
    [InlineData("long/00000000000000000000000000000000000000000000000000/1111111111111111111111111111111111111111111111111111/2222222222222222222222222222")]
    public async Task Odd_paths_work(string relative)
    {
        var data = _folder.At(relative);

        await using (var server = await _folder.StartAsync(data))
        {
            Assert.Equal(data, server.DataDirectory);
            Assert.Equal("1", await Sql.ReadAsync(server.ConnectionString, "SELECT 1"));
        }

        await using var again = await _folder.StartAsync(data);
    }

    [Fact]
    public async Task Path_through_a_link_is_the_same_folder()
    {
        await using (await _folder.StartAsync())
        {
        }

        var link = _folder.At("link");
        Directory.CreateSymbolicLink(link, _folder.Data);
        var server = await _folder.StartAsync(link);
        Machine.Kill(Machine.ParentOf(server.ProcessId));
        await server.DisposeAsync();

        Assert.False(Machine.Runs(server.ProcessId));
    }

    [Fact]
    public async Task Log_is_bounded()
    {
        await using (await _folder.StartAsync())
        {
        }

        var path = Path.Combine(_folder.Data, "log", "postgres.log");
        await File.AppendAllTextAsync(path, string.Concat(Enumerable.Repeat("a line of an old log\n", 500_000)));

        await using var server = await _folder.StartAsync();

        Assert.InRange(new FileInfo(path).Length, 1, 1024 * 1024);
        Assert.InRange(new FileInfo(path + ".1").Length, 1, 4 * 1024 * 1024);
    }

    public void Dispose() => _folder.Dispose();
}
