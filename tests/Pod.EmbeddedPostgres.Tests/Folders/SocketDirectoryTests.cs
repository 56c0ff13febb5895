using Npgsql;
using Pod.EmbeddedPostgres.Tests.Fixtures;

namespace Pod.EmbeddedPostgres.Tests.Folders;

public sealed class SocketDirectoryTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task Link_in_place_of_the_socket_folder_is_not_followed()
    {
        var first = await SocketFolderAsync();
        var elsewhere = Directory.CreateDirectory(_folder.At("elsewhere")).FullName;
        Directory.CreateSymbolicLink(first, elsewhere);
        try
        {
            var second = await SocketFolderAsync();

            Assert.NotEqual(first, second);
            Assert.Empty(Directory.EnumerateFileSystemEntries(elsewhere));
        }
        finally
        {
            Directory.Delete(first);
        }
    }

    [Fact]
    public async Task Folder_that_others_can_enter_is_not_used()
    {
        var first = await SocketFolderAsync();
        Directory.CreateDirectory(first);
        File.SetUnixFileMode(first, (UnixFileMode)Convert.ToInt32("777", 8));
        try
        {
            Assert.NotEqual(first, await SocketFolderAsync());
        }
        finally
        {
            Directory.Delete(first);
        }
    }

    [Fact]
    public async Task Stale_socket_files_are_replaced()
    {
        var server = await _folder.StartAsync();
        var socket = Path.Combine(new NpgsqlConnectionStringBuilder(server.ConnectionString).Host!, ".s.PGSQL.5432");
        Machine.Kill(server.ProcessId);
        await Until.TrueAsync(() => !Machine.Runs(server.ProcessId));
        Assert.True(File.Exists(socket));
        await server.DisposeAsync();
        Assert.False(File.Exists(socket));

        Directory.CreateDirectory(Path.GetDirectoryName(socket)!, (UnixFileMode)Convert.ToInt32("700", 8));
        await File.WriteAllTextAsync(socket, "");
        await File.WriteAllTextAsync(socket + ".lock", $"{Environment.ProcessId}\n");
        await using var next = await _folder.StartAsync();
        Assert.Equal("1", await Sql.ReadAsync(next.ConnectionString, "SELECT 1"));
    }

    private async Task<string> SocketFolderAsync()
    {
        await using var server = await _folder.StartAsync();
        Assert.Equal("1", await Sql.ReadAsync(server.ConnectionString, "SELECT 1"));
        return new NpgsqlConnectionStringBuilder(server.ConnectionString).Host!;
    }

    public void Dispose() => _folder.Dispose();
}
