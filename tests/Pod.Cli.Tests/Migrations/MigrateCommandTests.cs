using System.Text.Json.Nodes;

namespace Pod.Cli.Tests.Migrations;

public sealed class MigrateCommandTests(SqlServer server) : PostgresTests(server)
{
    [Fact]
    public async Task Migrate_applies_what_is_missing_and_status_shows_it()
    {
        using var project = new DatabaseProject(ConnectionString());
        await project.Files.PodAsync("create-migration", "--tag", "first");
        project.Files.Write("My.App.Server/Models/ticket.pod.yaml", DatabaseProject.Model.Replace("  note: string?", "  note: string?\n  more: string?", StringComparison.Ordinal));
        await project.Files.PodAsync("create-migration", "--tag", "more");

        var plan = await project.PodAsync("migrate", "--dry-run");
        var pending = await project.PodAsync("migration", "status");
        var applied = await project.PodAsync("migrate");
        var again = await project.PodAsync("migration", "apply");
        var status = await project.PodAsync("migration", "list", "--json");

        Assert.Contains("CREATE TABLE \"ticket\"", plan.Output, StringComparison.Ordinal);
        Assert.Equal(2, pending.Output.Split("pending").Length - 1);
        Assert.True(applied.ExitCode == 0, applied.All);
        Assert.Contains("-more in an empty database", applied.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing to apply", again.Output, StringComparison.Ordinal);
        var states = JsonNode.Parse(status.Output)!["data"]!["migrations"]!.AsArray();
        Assert.Equal(["applied", "applied"], states.Select(state => (string?)state!["state"]));
        Assert.All(states, state => Assert.Equal(Environment.MachineName, (string?)state!["host"]));
    }

    [Fact]
    public async Task Migrate_stops_at_the_target_and_list_without_database_names_the_chain()
    {
        using var project = new DatabaseProject(ConnectionString());
        await project.Files.PodAsync("create-migration", "--tag", "first");
        await project.Files.PodAsync("create-migration", "--tag", "second", "--empty");
        var list = await project.Files.PodAsync("migration", "list");
        var versions = list.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        var first = await project.PodAsync("migrate", "--to", versions[0]);
        var unknown = await project.PodAsync("migrate", "--to", "2027");

        Assert.Equal(["first", "second"], versions.Select(version => version.Trim().Split('-')[1]));
        Assert.True(first.ExitCode == 0, first.All);
        Assert.Equal("1", await project.ReadAsync("SELECT count(*) FROM pod_migrations WHERE state = 'applied'"));
        Assert.Equal(1, unknown.ExitCode);
    }

    [Fact]
    public async Task A_failing_migration_exits_1_and_says_where()
    {
        using var project = new DatabaseProject(ConnectionString());
        await project.Files.PodAsync("create-migration", "--tag", "first");
        await project.PodAsync("migrate");
        await project.Files.PodAsync("create-migration", "--tag", "second", "--empty");
        var folder = Assert.Single(Directory.GetDirectories(project.Files.MigrationsFolder, "*-second"));
        await File.WriteAllTextAsync(Path.Combine(folder, "migration.sql"), "UPDATE ticket SET title = 'x';\nSELECT 1/0;\n");

        var failed = await project.PodAsync("migrate", "--json");

        Assert.Equal(1, failed.ExitCode);
        var finding = JsonNode.Parse(failed.Output)!["diagnostics"]!.AsArray().Single()!;
        Assert.Equal("POD3051", (string?)finding["id"]);
        Assert.Contains("migration.sql(2", (string?)finding["message"], StringComparison.Ordinal);
        Assert.Contains("failed", (await project.PodAsync("migration", "status")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rollback_needs_consent_where_values_go()
    {
        using var project = new DatabaseProject(ConnectionString());
        await project.Files.PodAsync("create-migration", "--tag", "first");
        var first = Path.GetFileName(Directory.GetDirectories(project.Files.MigrationsFolder).Single());
        project.Files.Write("My.App.Server/Models/ticket.pod.yaml", DatabaseProject.Model.Replace("  note: string?", "  note: string?\n  more: string?", StringComparison.Ordinal));
        await project.Files.PodAsync("create-migration", "--tag", "more");
        var folder = Assert.Single(Directory.GetDirectories(project.Files.MigrationsFolder, "*-more"));
        await File.WriteAllTextAsync(Path.Combine(folder, "rollback.sql"), "-- pod:loses ticket.more\nALTER TABLE \"ticket\" DROP COLUMN \"more\";\n");
        await project.PodAsync("migrate");
        await project.ExecuteAsync("INSERT INTO person DEFAULT VALUES; INSERT INTO ticket (title, kind, more, \"ownerId\") VALUES ('a', 'x', 'b', 1)");

        var refused = await project.PodAsync("migration", "rollback", "--to", first);
        var plan = await project.PodAsync("migration", "rollback", "--to", first, "--dry-run");
        var done = await project.PodAsync("migration", "rollback", "--to", first, "--force");

        Assert.True(refused.ExitCode == 2, refused.All);
        Assert.Contains("1 rows of column 'ticket.more'", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("DROP COLUMN \"more\"", plan.Output, StringComparison.Ordinal);
        Assert.True(done.ExitCode == 0, done.All);
        Assert.Equal("1 1", await project.ReadAsync("SELECT concat_ws(' ', (SELECT count(*) FROM ticket), (SELECT count(*) FROM pod_migrations))"));
    }

    [Fact]
    public async Task Two_processes_at_once_apply_each_migration_once()
    {
        using var project = new DatabaseProject(ConnectionString());
        await project.Files.PodAsync("create-migration", "--tag", "first");
        await project.PodAsync("migrate");
        await project.Files.PodAsync("create-migration", "--tag", "second", "--empty");
        var folder = Assert.Single(Directory.GetDirectories(project.Files.MigrationsFolder, "*-second"));
        await File.WriteAllTextAsync(Path.Combine(folder, "migration.sql"), "INSERT INTO person (name) VALUES ('once');\n");

        var results = await Task.WhenAll(project.PodProcessAsync("migrate"), project.PodProcessAsync("migrate"));

        Assert.All(results, result => Assert.True(result.ExitCode == 0, result.All));
        Assert.Equal("1", await project.ReadAsync("SELECT count(*) FROM person"));
    }

    [Fact]
    public async Task A_project_without_migrations_or_without_database_says_so()
    {
        using var project = new DatabaseProject(ConnectionString());
        var none = await project.PodAsync("migrate");
        project.Files.Write("My.App.Server/pod.json", "{ \"database\": false }");
        var off = await project.PodAsync("migration", "status");

        Assert.Equal((1, 1), (none.ExitCode, off.ExitCode));
        Assert.Contains("POD3056", none.Errors, StringComparison.Ordinal);
        Assert.Contains("POD3057", off.Errors, StringComparison.Ordinal);
    }
}
