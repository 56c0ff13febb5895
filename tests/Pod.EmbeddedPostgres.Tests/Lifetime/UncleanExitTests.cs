using System.Diagnostics;
using Pod.EmbeddedPostgres.Tests.Fixtures;

namespace Pod.EmbeddedPostgres.Tests.Lifetime;

public sealed class UncleanExitTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task Killed_server_is_recovered_with_its_committed_data()
    {
        await using (var server = await _folder.StartAsync())
        {
            await Sql.RunAsync(server.ConnectionString, "CREATE TABLE note (text text); INSERT INTO note VALUES ('committed')");
            Machine.Kill(server.ProcessId);
        }

        await using var next = await _folder.StartAsync();
        Assert.Equal("committed", await Sql.ReadAsync(next.ConnectionString, "SELECT text FROM note"));
    }

    [Fact]
    public async Task Killed_server_with_a_busy_worker_is_recovered()
    {
        var server = await _folder.StartAsync();
        await using var connection = await Sql.OpenAsync(server.ConnectionString);
        await using var command = new Npgsql.NpgsqlCommand("SELECT count(*) FROM generate_series(1, 3000000)", connection);
        var query = command.ExecuteScalarAsync();
        Machine.Kill(server.ProcessId);
        await server.DisposeAsync();

        await using var next = await _folder.StartAsync();

        Assert.Equal("1", await Sql.ReadAsync(next.ConnectionString, "SELECT 1"));
        await Task.WhenAny(query);
        _ = query.Exception;
    }

    [Fact]
    public async Task Killed_owner_takes_the_server_along_and_the_next_owner_has_the_data()
    {
        using var owner = await OwnerProgram.StartAsync(_folder, _folder.Data);
        Assert.True(owner.IsReady, owner.Answer[^1]);
        await Sql.RunAsync(owner.ConnectionString, "CREATE TABLE note (text text); INSERT INTO note VALUES ('committed')");

        owner.Kill();

        await Until.TrueAsync(() => Machine.ProcessesMentioning(_folder.Data).Count == 0);
        await using var next = await _folder.StartAsync();
        Assert.Equal("committed", await Sql.ReadAsync(next.ConnectionString, "SELECT text FROM note"));
    }

    [Fact]
    public async Task Next_owner_need_not_wait_for_the_old_server_to_go_away()
    {
        using var owner = await OwnerProgram.StartAsync(_folder, _folder.Data);
        Assert.True(owner.IsReady, owner.Answer[^1]);
        await Sql.RunAsync(owner.ConnectionString, "CREATE TABLE note (text text); INSERT INTO note VALUES ('committed')");
        owner.Kill();
        await Until.TrueAsync(() => !Machine.Runs(owner.OwnerId));

        await using var next = await _folder.StartAsync();

        Assert.NotEqual(owner.ServerId, next.ProcessId);
        Assert.Equal("committed", await Sql.ReadAsync(next.ConnectionString, "SELECT text FROM note"));
    }

    [Fact]
    public async Task Server_without_supervisor_and_owner_is_stopped_by_the_next_owner()
    {
        using var owner = await OwnerProgram.StartAsync(_folder, _folder.Data);
        Assert.True(owner.IsReady, owner.Answer[^1]);
        foreach (var watching in Machine.ProcessesMentioning(_folder.Data).Where(process => process != owner.OwnerId && process != owner.ServerId))
        {
            Machine.Kill(watching);
        }

        owner.Kill();
        await Until.TrueAsync(() => !Machine.Runs(owner.OwnerId));
        Assert.True(Machine.Runs(owner.ServerId));

        await using var next = await _folder.StartAsync();

        Assert.False(Machine.Runs(owner.ServerId));
        Assert.Contains(_folder.Log, line => line.Contains($"without owner (pid {owner.ServerId})", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Server_whose_supervisor_was_killed_is_stopped_by_its_owner()
    {
        var server = await _folder.StartAsync();
        var process = server.ProcessId;
        Machine.Kill(Machine.ParentOf(process));

        await server.DisposeAsync();

        Assert.False(Machine.Runs(process));
        await Until.TrueAsync(() => Machine.ProcessesMentioning(_folder.Data).Count == 0);
    }

    [Fact]
    public async Task Stale_pid_file_that_names_another_program_is_removed()
    {
        await using (await _folder.StartAsync())
        {
        }

        // As after a restart of the machine: the old number belongs to a program of the same user.
        using var stranger = Process.Start(new ProcessStartInfo("sleep", "600") { UserName = Machine.IsRoot ? "postgres" : null! })!;
        var cluster = Path.Combine(_folder.Data, "pgdata");
        await File.WriteAllTextAsync(Path.Combine(cluster, "postmaster.pid"), $"{stranger.Id}\n{cluster}\n1763723366\n5432\n/tmp\n\n  1234  5\nready   \n");

        await using (await _folder.StartAsync())
        {
            Assert.False(stranger.HasExited);
        }

        stranger.Kill();
    }

    [Fact]
    public async Task Killed_owner_during_the_first_start_leaves_a_folder_that_starts()
    {
        using var owner = OwnerProgram.Launch(_folder, _folder.Data);
        await Until.TrueAsync(() => Directory.Exists(_folder.Data) && Directory.EnumerateDirectories(_folder.Data, "pgdata.new-*").Any());
        Machine.Kill(owner.Id);
        await owner.WaitForExitAsync();

        await using var server = await _folder.StartAsync();

        Assert.Equal("pod", await Sql.ReadAsync(server.ConnectionString, "SELECT current_database()"));
        await Until.TrueAsync(() => Machine.ProcessesMentioning("pgdata.new-").All(process => !Machine.Runs(process)));
    }

    public void Dispose() => _folder.Dispose();
}
