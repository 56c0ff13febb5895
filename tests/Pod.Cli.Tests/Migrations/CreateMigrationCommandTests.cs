namespace Pod.Cli.Tests.Migrations;

public sealed class CreateMigrationCommandTests : IDisposable
{
    private readonly SampleProject _project = SampleProject.Create();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task The_first_migration_makes_everything_and_the_next_only_what_changed()
    {
        var first = await _project.PodAsync("create-migration", "--tag", "first");
        var unchanged = await _project.PodAsync("create-migration");
        _project.Write("My.App.Server/Models/note.pod.yaml", SampleProject.Model + "\n  stars: int, default=0\n");
        var second = await _project.PodAsync("create-migration");

        Assert.True(first.ExitCode == 0, first.All);
        Assert.Contains("No changes", unchanged.Output, StringComparison.Ordinal);
        Assert.True(second.ExitCode == 0, second.All);
        var versions = Versions();
        Assert.Equal(2, versions.Count);
        Assert.EndsWith("-first", versions[0], StringComparison.Ordinal);
        Assert.Contains("CREATE TABLE \"note\"", Sql(versions[0]), StringComparison.Ordinal);
        Assert.Contains("ALTER TABLE \"note\" ADD COLUMN \"stars\" integer NOT NULL DEFAULT 0;", Sql(versions[1]), StringComparison.Ordinal);
        Assert.DoesNotContain("CREATE TABLE", Sql(versions[1]), StringComparison.Ordinal);
        Assert.Equal(versions, File.ReadLines(Path.Combine(_project.MigrationsFolder, "migration_registry.txt")).Where(static line => !line.StartsWith('#')));
    }

    [Fact]
    public async Task The_projects_column_type_counts()
    {
        _project.Write("My.App.Server/pod.json", "{ \"serializationDataType\": \"json\" }");
        _project.Write("My.App.Server/Models/note.pod.yaml", SampleProject.Model + "\n  tags: List<string>\n");

        var result = await _project.PodAsync("create-migration");

        Assert.True(result.ExitCode == 0, result.All);
        Assert.Contains("\"tags\" json NOT NULL", Sql(Assert.Single(Versions())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_database_there_is_nothing_to_migrate()
    {
        _project.Write("My.App.Server/pod.json", "{ \"database\": false }");

        var result = await _project.PodAsync("create-migration");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("POD3057", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_would_be_lost_needs_consent()
    {
        _project.Write("My.App.Server/Models/note.pod.yaml", SampleProject.Model + "\n  stars: int?\n");
        await _project.PodAsync("create-migration");
        _project.Write("My.App.Server/Models/note.pod.yaml", SampleProject.Model);

        var refused = await _project.PodAsync("create-migration");
        var count = Versions().Count;
        var forced = await _project.PodAsync("create-migration", "--force");

        Assert.Equal((2, 1), (refused.ExitCode, count));
        Assert.Contains("warning POD3002: the column 'note.stars' would be deleted", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(0, forced.ExitCode);
        Assert.Contains("DROP COLUMN \"stars\"", Sql(Versions()[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_not_null_column_without_default_is_refused_even_with_force()
    {
        await _project.PodAsync("create-migration");
        _project.Write("My.App.Server/Models/note.pod.yaml", SampleProject.Model + "\n  stars: int\n");

        var result = await _project.PodAsync("create-migration", "--force");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error POD3006", result.Errors, StringComparison.Ordinal);
        Assert.Single(Versions());
    }

    [Fact]
    public async Task Models_with_errors_give_no_migration()
    {
        _project.Write("My.App.Server/Models/note.pod.yaml", "class: Note\ntable: note\nfields:\n  text: strng\n");

        var result = await _project.PodAsync("create-migration");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error POD1102", result.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_project.MigrationsFolder));
    }

    [Fact]
    public async Task An_empty_migration_is_for_hand_written_sql()
    {
        await _project.PodAsync("create-migration");

        var result = await _project.PodAsync("create-migration", "--empty", "--tag", "by-hand");

        Assert.True(result.ExitCode == 0, result.All);
        Assert.DoesNotContain("CREATE", Sql(Versions()[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tag_has_a_form()
    {
        var result = await _project.PodAsync("create-migration", "--tag", "Not This");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("lower case letters", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_definition_is_named()
    {
        await _project.PodAsync("create-migration");
        File.WriteAllText(Path.Combine(_project.MigrationsFolder, Versions()[0], "definition.json"), "{ }");

        var result = await _project.PodAsync("create-migration");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("error POD3033: 'definition.json'", result.Errors, StringComparison.Ordinal);
    }

    private List<string> Versions() => [.. Directory.EnumerateDirectories(_project.MigrationsFolder).Select(static folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    private string Sql(string version) => File.ReadAllText(Path.Combine(_project.MigrationsFolder, version, "migration.sql"));
}
