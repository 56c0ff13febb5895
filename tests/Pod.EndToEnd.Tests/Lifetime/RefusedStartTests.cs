using System.Net;
using System.Net.Sockets;
using Chat.Client;
using Pod.EndToEnd.Tests.Support;

namespace Pod.EndToEnd.Tests.Lifetime;

/// <summary>Starts that cannot work: exit code 1 and one line that says why.</summary>
public sealed class RefusedStartTests : IAsyncLifetime
{
    private const string Broken = "20990101000000000-broken";

    private readonly ServerFolder _folder = new();

    [Fact]
    public async Task A_port_in_use()
    {
        using var occupant = new TcpListener(IPAddress.Loopback, 0);
        occupant.Start();
        var port = ((IPEndPoint)occupant.LocalEndpoint).Port;

        await using var run = ChatServer.Launch(_folder, port);

        Assert.Contains($"{port}", await ReadReasonAsync(run), StringComparison.Ordinal);
        Assert.Empty(Machine.ProcessesMentioning(_folder.Root));
    }

    [Fact]
    public async Task A_database_that_is_not_there()
    {
        await using var run = ChatServer.Launch(_folder, settings: new Dictionary<string, string>
        {
            ["ConnectionStrings__poddb"] = $"Host=127.0.0.1;Port={ClosedPort()};Database=chat;Username=chat;Timeout=2",
            ["Pod__Database__StartupTimeout"] = "00:00:02",
        });

        Assert.Contains("database", await ReadReasonAsync(run), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_setting_that_makes_no_sense()
    {
        await using var run = ChatServer.Launch(_folder, settings: new Dictionary<string, string> { ["Pod__MaxRequestSize"] = "0" });

        Assert.Contains("Pod:MaxRequestSize", await ReadReasonAsync(run, exitCode: 3), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_migration_that_fails_half_way_leaves_nothing_behind()
    {
        await using (var before = await ChatServer.StartAsync(_folder))
        {
            await using var client = new ChatClient(before.Address);
            await client.Channel.CreateAsync("before");
            await before.StopAsync();
        }

        _folder.AddMigration(Broken, """
            CREATE TABLE "half" ("id" bigint PRIMARY KEY);
            ALTER TABLE "no_such_table" ADD COLUMN "more" text;
            """);
        await using (var refused = ChatServer.Launch(_folder))
        {
            var reason = await ReadReasonAsync(refused);
            Assert.Contains(Broken, reason, StringComparison.Ordinal);
            Assert.Contains("no_such_table", reason, StringComparison.Ordinal);
            Assert.Empty(Machine.ProcessesMentioning(_folder.Root));
        }

        // The repaired migration creates the same table again, which works only if the failed one left nothing.
        await File.WriteAllTextAsync(Path.Combine(_folder.Migrations, Broken, "migration.sql"), """CREATE TABLE "half" ("id" bigint PRIMARY KEY);""");
        await using var repaired = await ChatServer.StartAsync(_folder);
        await using var after = new ChatClient(repaired.Address);
        Assert.Equal("before", Assert.Single(await after.Channel.ListAsync()).Name);
        Assert.Equal(0, await repaired.StopAsync());
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _folder.DisposeAsync();

    private static async Task<string> ReadReasonAsync(ProgramRun run, int exitCode = 1)
    {
        Assert.Equal(exitCode, await run.WaitForExitAsync());
        Assert.DoesNotContain("   at ", run.Output + run.Errors, StringComparison.Ordinal);
        return Assert.Single(run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static int ClosedPort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
