using Npgsql;
using Pod.EmbeddedPostgres;
using Pod.EndToEnd.Tests.Support;

namespace Pod.EndToEnd.Tests.Lifetime;

/// <summary>Starts on databases that are, and are not, what the code was generated for.</summary>
public sealed class MigratedStartTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> NeverApply = new() { ["Pod__Migrations__Apply"] = "Never" };

    private readonly ServerFolder _folder = new();

    [Fact]
    public async Task A_database_without_its_tables_is_refused_with_the_way_to_make_them()
    {
        await using var run = ChatServer.Launch(_folder, settings: NeverApply);

        Assert.Equal(1, await run.WaitForExitAsync());
        Assert.Contains("POD3055", run.Errors, StringComparison.Ordinal);
        Assert.Contains("table 'message': expected a table with", run.Errors, StringComparison.Ordinal);
        Assert.Contains("start with --apply-migrations", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Output + run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_database_is_refused_difference_by_difference_unless_a_warning_is_enough()
    {
        _folder.AddMigration("20990101000000000-damage", """ALTER TABLE "message" DROP COLUMN "text"; ALTER TABLE "message" ADD COLUMN "mine" text;""");
        await using (var refused = ChatServer.Launch(_folder))
        {
            Assert.Equal(1, await refused.WaitForExitAsync());
            Assert.Contains("- table 'message', column 'text': expected text NOT NULL, found nothing", refused.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("mine", refused.Errors, StringComparison.Ordinal);
            Assert.Contains("dotnet pod migration repair", refused.Errors, StringComparison.Ordinal);
        }

        await using var warned = ChatServer.Launch(_folder, settings: new Dictionary<string, string> { ["Pod__Migrations__OnMismatch"] = "Warn" });
        await warned.WaitForLineAsync(static line => line.Contains("column 'text'", StringComparison.Ordinal));
        await warned.WaitForLineAsync(static line => line.Contains("is ready at", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_maintenance_run_applies_and_ends_and_the_next_start_finds_all()
    {
        await using (var maintenance = ChatServer.Launch(_folder, settings: NeverApply, arguments: ["--role", "maintenance", "--only", "migrations", "--apply-migrations"]))
        {
            Assert.Equal(0, await maintenance.WaitForExitAsync());
            Assert.DoesNotContain("is ready at", maintenance.Output, StringComparison.Ordinal);
        }

        await using var server = ChatServer.Launch(_folder, settings: NeverApply);
        await server.WaitForLineAsync(static line => line.Contains("is ready at", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_servers_that_start_at_once_apply_each_migration_once()
    {
        await using var postgres = await EmbeddedPostgresServer.StartAsync(new EmbeddedPostgresOptions { DataDirectory = Path.Combine(_folder.Root, "shared") });
        var settings = new Dictionary<string, string> { ["ConnectionStrings__poddb"] = postgres.ConnectionString };
        _folder.AddMigration("20990101000000000-count", "CREATE TABLE applied (at timestamptz DEFAULT now()); INSERT INTO applied DEFAULT VALUES;");
        await using var other = new ServerFolder();
        other.AddMigration("20990101000000000-count", "CREATE TABLE applied (at timestamptz DEFAULT now()); INSERT INTO applied DEFAULT VALUES;");

        await using var first = ChatServer.Launch(_folder, settings: settings);
        await using var second = ChatServer.Launch(other, settings: settings);
        await Task.WhenAll(
            first.WaitForLineAsync(static line => line.Contains("is ready at", StringComparison.Ordinal)),
            second.WaitForLineAsync(static line => line.Contains("is ready at", StringComparison.Ordinal)));

        await using var connection = new NpgsqlConnection(postgres.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT (SELECT count(*) FROM applied), (SELECT count(*) FROM pod_migrations WHERE state <> 'applied')", connection);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        Assert.Equal((1L, 0L), (reader.GetInt64(0), reader.GetInt64(1)));
    }

    [Fact]
    public async Task A_maintenance_run_that_cannot_apply_fails()
    {
        _folder.AddMigration("20990101000000000-broken", "SELECT 1/0;");

        await using var maintenance = ChatServer.Launch(_folder, arguments: ["-r", "maintenance", "-a"]);

        Assert.Equal(1, await maintenance.WaitForExitAsync());
        Assert.Contains("POD3051", maintenance.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_argument_is_refused_with_the_nearest_known_one()
    {
        await using var run = ChatServer.Launch(_folder, arguments: ["--aply-migrations"]);

        Assert.Equal(1, await run.WaitForExitAsync());
        Assert.Contains("Did you mean '--apply-migrations'?", run.Errors, StringComparison.Ordinal);
        Assert.Contains("Usage:", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_server_beside_newer_ones_warns_and_starts()
    {
        const string Newer = "20990101000000000-newer";
        _folder.AddMigration(Newer, """ALTER TABLE "message" ADD COLUMN "later" text;""");
        await using (var maintenance = ChatServer.Launch(_folder, arguments: ["-r", "maintenance", "-a"]))
        {
            Assert.Equal(0, await maintenance.WaitForExitAsync());
        }

        Directory.Delete(Path.Combine(_folder.Migrations, Newer), recursive: true);
        var registry = Path.Combine(_folder.Migrations, "migration_registry.txt");
        await File.WriteAllLinesAsync(registry, (await File.ReadAllLinesAsync(registry)).Where(static line => line != Newer));
        await using var server = ChatServer.Launch(_folder);
        await server.WaitForLineAsync(static line => line.Contains("POD3052", StringComparison.Ordinal));
        await server.WaitForLineAsync(static line => line.Contains("is ready at", StringComparison.Ordinal));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _folder.DisposeAsync();
}
