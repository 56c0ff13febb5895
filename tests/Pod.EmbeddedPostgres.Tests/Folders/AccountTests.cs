using System.Diagnostics;
using Pod.EmbeddedPostgres.Tests.Fixtures;

namespace Pod.EmbeddedPostgres.Tests.Folders;

public sealed class AccountTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [RootFact]
    public async Task Root_starts_the_server_as_the_postgres_user()
    {
        await using var server = await _folder.StartAsync();

        Assert.Equal("postgres", Machine.UserOf(server.ProcessId));
        Assert.Equal("postgres", Machine.UserOf(Machine.ParentOf(server.ProcessId)));
    }

    [RootFact]
    public async Task Root_can_name_another_user_and_change_it_later()
    {
        foreach (var user in new[] { "nobody", "postgres" })
        {
            var options = new EmbeddedPostgresOptions { DataDirectory = _folder.Data, AllowDownload = false, UnprivilegedUser = user };
            await using var server = await EmbeddedPostgresServer.StartAsync(options);
            Assert.Equal(user, Machine.UserOf(server.ProcessId));
        }
    }

    [RootFact]
    public async Task Unknown_user_is_reported()
    {
        var options = new EmbeddedPostgresOptions { DataDirectory = _folder.Data, UnprivilegedUser = "no-such-user" };

        var exception = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => EmbeddedPostgresServer.StartAsync(options));

        Assert.Contains("'no-such-user'", exception.Message, StringComparison.Ordinal);
    }

    [RootFact]
    public async Task Folder_of_an_ordinary_user_stays_usable_for_that_user_after_root()
    {
        var home = _folder.At("home");
        Directory.CreateDirectory(home);
        await ChangeOwnerAsync(home, "nobody");
        var data = Path.Combine(home, "data");
        await using (var server = await _folder.StartAsync(data))
        {
            Assert.Equal("nobody", Machine.UserOf(server.ProcessId));
        }

        using var owner = await OwnerProgram.StartAsync(_folder, data, "nobody");

        Assert.True(owner.IsReady, owner.Answer[^1]);
        await owner.StopAsync();
    }

    [RootFact]
    public async Task Ordinary_user_starts_the_server_as_itself()
    {
        var home = _folder.At("home");
        Directory.CreateDirectory(home);
        await ChangeOwnerAsync(home, "nobody");

        using (var owner = await OwnerProgram.StartAsync(_folder, Path.Combine(home, "data"), "nobody"))
        {
            Assert.True(owner.IsReady, owner.Answer[^1]);
            Assert.Equal("nobody", Machine.UserOf(owner.ServerId));
            await Sql.RunAsync(owner.ConnectionString, "CREATE TABLE note (text text)");
            owner.Kill();
            await Until.TrueAsync(() => !Machine.Runs(owner.ServerId));
        }

        using var next = await OwnerProgram.StartAsync(_folder, Path.Combine(home, "data"), "nobody");
        Assert.True(next.IsReady, next.Answer[^1]);
        Assert.Equal("0", await Sql.ReadAsync(next.ConnectionString, "SELECT count(*) FROM note"));
        await next.StopAsync();
    }

    [RootFact]
    public async Task Folder_of_another_user_is_refused_to_an_ordinary_user_with_the_remedy()
    {
        await using (await _folder.StartAsync())
        {
        }

        using var owner = await OwnerProgram.StartAsync(_folder, _folder.Data, "nobody");

        Assert.Equal("FAILED", owner.Answer[0]);
        Assert.Contains("chown -R", owner.Answer[1], StringComparison.Ordinal);
    }

    [RootFact]
    public async Task Unreachable_folder_is_replaced_by_a_private_one_that_stays_the_same()
    {
        var closed = _folder.At("closed");
        Directory.CreateDirectory(closed, (UnixFileMode)Convert.ToInt32("700", 8));
        var data = Path.Combine(closed, "data");
        string real;
        await using (var server = await _folder.StartAsync(data))
        {
            real = server.DataDirectory;
            await Sql.RunAsync(server.ConnectionString, "CREATE TABLE note (text text)");
        }

        try
        {
            Assert.StartsWith("/var/lib/pod/", real, StringComparison.Ordinal);
            Assert.Contains(_folder.Log, line => line.Contains(real, StringComparison.Ordinal) && line.Contains(data, StringComparison.Ordinal));
            Assert.False(Directory.Exists(data));

            // Also when the folder becomes reachable: the data is where it is.
            File.SetUnixFileMode(closed, (UnixFileMode)Convert.ToInt32("755", 8));
            await using var again = await _folder.StartAsync(data);
            Assert.Equal(real, again.DataDirectory);
            Assert.Equal("0", await Sql.ReadAsync(again.ConnectionString, "SELECT count(*) FROM note"));
        }
        finally
        {
            SystemFolder.Remove(real);
        }
    }

    private static async Task ChangeOwnerAsync(string path, string user)
    {
        using var chown = Process.Start("chown", [user, path]);
        await chown.WaitForExitAsync();
        Assert.Equal(0, chown.ExitCode);
    }

    public void Dispose() => _folder.Dispose();
}
