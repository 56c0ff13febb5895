namespace Pod.Cli.Tests.Databases;

/// <summary>Commands about migrations that may look at a database.</summary>
public sealed class CheckDatabaseTests(SqlServer server) : PostgresTests(server)
{
    [Fact]
    public async Task Check_compares_schema_and_history_of_a_database()
    {
        using var project = new DatabaseProject(ConnectionString());
        await CreateAsync(project);
        var pending = await project.PodAsync("migration", "check", "--database");
        await project.PodAsync("migrate");
        var current = await project.PodAsync("migration", "check", "--database", "--strict");
        await project.ExecuteAsync("DROP INDEX person_name_idx");
        var notable = await project.PodAsync("migration", "check", "--database");
        var strict = await project.PodAsync("migration", "check", "--database", "--strict");
        await project.ExecuteAsync("ALTER TABLE ticket DROP COLUMN note");
        var fatal = await project.PodAsync("migration", "check", "--database");

        Assert.True(pending.ExitCode == 0, pending.All);
        Assert.Contains("is not applied. Run 'dotnet pod migrate'", pending.Errors, StringComparison.Ordinal);
        Assert.True(current.ExitCode == 0, current.All);
        Assert.True(notable.ExitCode == 0, notable.All);
        Assert.Contains("warning POD3055: table 'person', index 'person_name_idx'", notable.Errors, StringComparison.Ordinal);
        Assert.Equal(1, strict.ExitCode);
        Assert.Equal(1, fatal.ExitCode);
        Assert.Contains("error POD3055: table 'ticket', column 'note'", fatal.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_names_a_text_that_changed_after_it_was_applied()
    {
        using var project = new DatabaseProject(ConnectionString());
        await CreateAsync(project);
        await project.PodAsync("migrate");
        File.AppendAllText(Path.Combine(Directory.GetDirectories(project.Files.MigrationsFolder)[0], "migration.sql"), "-- later\n");

        var loose = await project.PodAsync("migration", "check", "--database");
        var strict = await project.PodAsync("migration", "check", "--database", "--strict");

        Assert.True(loose.ExitCode == 0, loose.All);
        Assert.Contains("warning POD3053", loose.Errors, StringComparison.Ordinal);
        Assert.Equal(1, strict.ExitCode);
    }

    [Fact]
    public async Task A_replay_of_all_migrations_gives_the_newest_definition_or_says_where_it_does_not()
    {
        using var project = new DatabaseProject(ConnectionString());
        await CreateAsync(project);
        project.Files.Write("My.App.Server/Models/person.pod.yaml", DatabaseProject.Person.Replace("born: DateOnly?", "born: DateOnly?\n  height: int?", StringComparison.Ordinal));
        await CreateAsync(project);
        await ExecuteAsync("CREATE DATABASE good");
        await ExecuteAsync("CREATE DATABASE bad");

        var good = await project.Files.PodAsync("migration", "check", "--replay", "--connection", ConnectionString("good"));
        var second = await project.Files.PodAsync("migration", "check", "--replay", "--connection", ConnectionString("good"));
        var newest = Directory.GetDirectories(project.Files.MigrationsFolder).Order(StringComparer.Ordinal).Last();
        File.AppendAllText(Path.Combine(newest, "migration.sql"), "\nALTER TABLE person DROP COLUMN height;\n");
        var bad = await project.Files.PodAsync("migration", "check", "--replay", "--connection", ConnectionString("bad"));

        Assert.True(good.ExitCode == 0, good.All);
        Assert.Contains("wants an empty database", second.Errors, StringComparison.Ordinal);
        Assert.Equal(1, bad.ExitCode);
        Assert.Contains("column 'height': expected", bad.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_counts_the_rows_of_what_would_be_lost()
    {
        using var project = new DatabaseProject(ConnectionString());
        await CreateAsync(project);
        await project.PodAsync("migrate");
        await project.ExecuteAsync("INSERT INTO person (name, born) VALUES ('a', '2000-01-01'), ('b', NULL), ('c', '2001-01-01')");
        project.Files.Write("My.App.Server/Models/person.pod.yaml", DatabaseProject.Person.Replace("  born: DateOnly?\n", "", StringComparison.Ordinal));

        var refused = await project.PodAsync("create-migration");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("POD3002: 2 rows of 'person.born' would lose their values", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rebase_leaves_what_the_database_has_applied()
    {
        using var project = new DatabaseProject(ConnectionString());
        await CreateAsync(project, "root");
        var root = Only(project, "-root");
        await AddAsync(project, "height", "first");
        var first = Only(project, "-first");
        Directory.Move(first, Path.Combine(project.Files.Root, "aside"));
        await AddAsync(project, "weight", "second");
        await project.PodAsync("migrate");
        Directory.Move(Path.Combine(project.Files.Root, "aside"), first);
        project.Files.Write("My.App.Server/Models/person.pod.yaml", DatabaseProject.Person.Replace("born: DateOnly?", "born: DateOnly?\n  height: int?\n  weight: int?", StringComparison.Ordinal));

        var rebase = await project.PodAsync("migration", "rebase");
        var migrate = await project.PodAsync("migrate");

        Assert.True(rebase.ExitCode == 0, rebase.All);
        Assert.True(migrate.ExitCode == 0, migrate.All);
        Assert.False(Directory.Exists(first));
        Assert.True(Directory.Exists(root));
        Assert.Single(Directory.GetDirectories(project.Files.MigrationsFolder, "*-second"));
        Assert.Equal("2", await project.ReadAsync("SELECT count(*) FROM information_schema.columns WHERE table_name = 'person' AND column_name IN ('height', 'weight')"));
    }

    [Fact]
    public async Task A_repair_accepts_single_findings()
    {
        using var project = new DatabaseProject(ConnectionString());
        await CreateAsync(project);
        await project.PodAsync("migrate");
        await project.ExecuteAsync("ALTER TABLE person ADD COLUMN stray int");

        var refused = await project.PodAsync("migration", "repair", "--drop-unknown");
        var allowed = await project.PodAsync("migration", "repair", "--drop-unknown", "--allow", "POD3002", "--apply");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("--allow POD3002", refused.Errors, StringComparison.Ordinal);
        Assert.True(allowed.ExitCode == 0, allowed.All);
        Assert.Equal("0", await project.ReadAsync("SELECT count(*) FROM information_schema.columns WHERE column_name = 'stray'"));
    }

    private static async Task CreateAsync(DatabaseProject project, string tag = "step")
    {
        var result = await project.Files.PodAsync("create-migration", "--tag", tag);
        Assert.True(result.ExitCode == 0, result.All);
    }

    private static Task AddAsync(DatabaseProject project, string field, string tag)
    {
        project.Files.Write("My.App.Server/Models/person.pod.yaml", DatabaseProject.Person.Replace("born: DateOnly?", $"born: DateOnly?\n  {field}: int?", StringComparison.Ordinal));
        return CreateAsync(project, tag);
    }

    private static string Only(DatabaseProject project, string tag) => Assert.Single(Directory.GetDirectories(project.Files.MigrationsFolder, "*" + tag));
}
