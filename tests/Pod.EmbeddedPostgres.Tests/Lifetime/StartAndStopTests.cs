using Npgsql;
using Pod.EmbeddedPostgres.Tests.Fixtures;

namespace Pod.EmbeddedPostgres.Tests.Lifetime;

public sealed class StartAndStopTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task Second_start_keeps_the_data_of_the_first()
    {
        await using (var first = await _folder.StartAsync())
        {
            Assert.Equal("pod", await Sql.ReadAsync(first.ConnectionString, "SELECT current_database()"));
            Assert.StartsWith(first.ServerVersion, await Sql.ReadAsync(first.ConnectionString, "SHOW server_version"), StringComparison.Ordinal);
            Assert.Equal("UTF8", await Sql.ReadAsync(first.ConnectionString, "SHOW server_encoding"));
            Assert.Equal("on", await Sql.ReadAsync(first.ConnectionString, "SHOW fsync"));
            Assert.Equal("", await Sql.ReadAsync(first.ConnectionString, "SHOW listen_addresses"));
            await Sql.RunAsync(first.ConnectionString, "CREATE TABLE note (text text); INSERT INTO note VALUES ('kept')");
        }

        await using var second = await _folder.StartAsync();
        Assert.Equal("kept", await Sql.ReadAsync(second.ConnectionString, "SELECT text FROM note"));
    }

    [Fact]
    public async Task Disposal_leaves_no_process_and_no_socket_and_a_clean_log()
    {
        var server = await _folder.StartAsync();
        var process = server.ProcessId;
        var socketFolder = new NpgsqlConnectionStringBuilder(server.ConnectionString).Host!;
        Assert.True(Machine.Runs(process));
        Assert.Equal((UnixFileMode)Convert.ToInt32("700", 8), File.GetUnixFileMode(socketFolder));

        await server.DisposeAsync();
        await server.StopAsync();

        Assert.False(Machine.Runs(process));
        Assert.Empty(Machine.ProcessesMentioning(_folder.Data));
        Assert.False(Directory.Exists(socketFolder));
        Assert.False(File.Exists(Path.Combine(_folder.Data, "owner.pid")));
        Assert.Contains("database system is shut down", await File.ReadAllTextAsync(Path.Combine(_folder.Data, "log", "postgres.log")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disposal_does_not_wait_for_open_connections()
    {
        var server = await _folder.StartAsync();
        await using var connection = await Sql.OpenAsync(server.ConnectionString);
        await using var command = new NpgsqlCommand("SELECT pg_sleep(600)", connection);
        var query = command.ExecuteNonQueryAsync();

        await server.DisposeAsync();

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => query);
    }

    [Fact]
    public async Task Cancelled_stop_stops_at_once()
    {
        var server = await _folder.StartAsync();
        var process = server.ProcessId;

        await server.StopAsync(new CancellationToken(canceled: true));

        Assert.False(Machine.Runs(process));
        await using var again = await _folder.StartAsync();
    }

    [Fact]
    public async Task Server_lives_in_a_session_of_its_own_so_that_control_c_does_not_reach_it()
    {
        await using var server = await _folder.StartAsync();

        Assert.NotEqual(Machine.SessionOf(Environment.ProcessId), Machine.SessionOf(Machine.ParentOf(server.ProcessId)));
        Assert.NotEqual(Machine.SessionOf(Environment.ProcessId), Machine.SessionOf(server.ProcessId));
    }

    [Fact]
    public async Task Cancelled_start_leaves_nothing_running()
    {
        using var cancellation = new CancellationTokenSource();
        var options = new EmbeddedPostgresOptions { DataDirectory = _folder.Data, AllowDownload = false, Log = _ => cancellation.Cancel() };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => EmbeddedPostgresServer.StartAsync(options, cancellation.Token));

        await Until.TrueAsync(() => Machine.ProcessesMentioning(_folder.Data).Count == 0);
        await using var server = await _folder.StartAsync();
    }

    [Fact]
    public async Task Server_that_refuses_its_settings_shows_the_end_of_its_log()
    {
        var options = new EmbeddedPostgresOptions
        {
            DataDirectory = _folder.Data,
            AllowDownload = false,
            Settings = new Dictionary<string, string> { ["shared_buffers"] = "many" },
        };

        var exception = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => EmbeddedPostgresServer.StartAsync(options));

        Assert.Contains("invalid value for parameter \"shared_buffers\": \"many\"", exception.Message, StringComparison.Ordinal);
        Assert.Contains(_folder.Data, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_that_does_not_get_ready_in_time_is_given_up_with_its_log()
    {
        await using (await _folder.StartAsync())
        {
        }

        var options = new EmbeddedPostgresOptions { DataDirectory = _folder.Data, AllowDownload = false, StartTimeout = TimeSpan.FromMilliseconds(1) };

        var exception = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => EmbeddedPostgresServer.StartAsync(options));

        Assert.Contains("did not accept connections within", exception.Message, StringComparison.Ordinal);
        Assert.Empty(Machine.ProcessesMentioning(_folder.Data));
    }

    public void Dispose() => _folder.Dispose();
}
