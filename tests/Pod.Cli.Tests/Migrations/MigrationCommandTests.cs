using System.Text.Json;

namespace Pod.Cli.Tests.Migrations;

/// <summary><c>dotnet pod migration create|check|rebase|script</c> as somebody types them.</summary>
public sealed class MigrationCommandTests : IDisposable
{
    private const string ModelFile = "My.App.Server/Models/note.pod.yaml";

    private readonly SampleProject _project = SampleProject.Create();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Single_consents_are_named_and_suffice()
    {
        Model("\n  stars: int?\n  color: string?\n");
        await CreateAsync();
        Model("\n  stars: int\n");

        var refused = await _project.PodAsync("migration", "create");
        var half = await _project.PodAsync("migration", "create", "--allow", "POD3002");
        var allowed = await _project.PodAsync("migration", "create", "--allow", "POD3002,POD3004");

        Assert.Equal((2, 2, 0), (refused.ExitCode, half.ExitCode, allowed.ExitCode));
        Assert.Contains("--allow POD3002,POD3004", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("--allow POD3004,", half.Errors, StringComparison.Ordinal);
        Assert.True(refused.Errors.IndexOf("POD3002", StringComparison.Ordinal) < refused.Errors.IndexOf("POD3004", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_column_can_be_filled_or_wait_for_the_next_migration()
    {
        await CreateAsync();
        Model("\n  stars: int\n");

        var refused = await _project.PodAsync("migration", "create", "--force");
        var misspelt = await _project.PodAsync("migration", "create", "--backfill", "note.star=5");
        var filled = await _project.PodAsync("migration", "create", "--backfill", "note.stars=5", "--dry-run");
        var first = await _project.PodAsync("migration", "create", "--two-step");
        var reminder = await _project.PodAsync("migration", "check");
        var strict = await _project.PodAsync("migration", "check", "--strict");
        var second = await _project.PodAsync("migration", "create", "--allow", "POD3004");
        var done = await _project.PodAsync("migration", "check");

        Assert.Equal((1, 1, 0, 0), (refused.ExitCode, misspelt.ExitCode, filled.ExitCode, first.ExitCode));
        Assert.Contains("--backfill note.stars=\"<SQL>\"", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("note.star", misspelt.Errors, StringComparison.Ordinal);
        Assert.Contains("SET \"stars\" = (5)", filled.Output, StringComparison.Ordinal);
        Assert.Equal((0, 1, 0, 0), (reminder.ExitCode, strict.ExitCode, second.ExitCode, done.ExitCode));
        Assert.Contains("POD3004: 'note.stars' was added with --two-step", reminder.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("POD3004", done.Errors, StringComparison.Ordinal);
        Assert.Equal(3, Versions().Count);
    }

    [Fact]
    public async Task Check_names_what_no_migration_covers()
    {
        var none = await _project.PodAsync("migration", "check");
        await CreateAsync();
        var whole = await _project.PodAsync("migration", "check");
        Model("\n  stars: int?\n");
        var sarif = _project.PathOf("findings.sarif");
        var changed = await _project.PodAsync("migration", "check", "--json", "--sarif", sarif);

        Assert.Equal((1, 0, 1), (none.ExitCode, whole.ExitCode, changed.ExitCode));
        Assert.Contains("POD3040", none.Errors, StringComparison.Ordinal);
        var finding = JsonDocument.Parse(changed.Output).RootElement.GetProperty("diagnostics")[0];
        Assert.Equal("POD3040", finding.GetProperty("id").GetString());
        Assert.Contains("addColumn note.stars", finding.GetProperty("message").GetString(), StringComparison.Ordinal);
        var result = JsonDocument.Parse(File.ReadAllText(sarif)).RootElement.GetProperty("runs")[0].GetProperty("results")[0];
        Assert.Equal(("POD3040", "error"), (result.GetProperty("ruleId").GetString(), result.GetProperty("level").GetString()));
    }

    [Fact]
    public async Task Check_names_what_is_wrong_with_the_files()
    {
        await CreateAsync();
        var folder = Path.Combine(_project.MigrationsFolder, Versions()[0]);
        File.AppendAllText(Path.Combine(folder, "migration.sql"), "SELECT 1;\n");
        var edited = await _project.PodAsync("migration", "check");
        File.AppendAllText(Path.Combine(folder, "definition.json"), "\n");
        Directory.CreateDirectory(Path.Combine(_project.MigrationsFolder, "leftover"));
        File.Delete(Path.Combine(_project.MigrationsFolder, "migration_registry.txt"));
        var damaged = await _project.PodAsync("migration", "check");

        Assert.Equal((0, 1), (edited.ExitCode, damaged.ExitCode));
        Assert.Contains("info POD3041", edited.Errors, StringComparison.Ordinal);
        Assert.Contains("error POD3033", damaged.Errors, StringComparison.Ordinal);
        Assert.Contains("error POD3032", damaged.Errors, StringComparison.Ordinal);
        Assert.Contains("'leftover'", damaged.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strict_makes_errors_of_locks_that_have_an_online_form()
    {
        await CreateAsync();
        Model("\nindexes:\n  note_text: {fields: text}\n");
        await CreateAsync();
        var plain = await _project.PodAsync("migration", "check", "--strict");
        Model("\nindexes:\n  note_text: {fields: text}\n  note_text_hash: {fields: text, type: hash}\n");
        var online = await _project.PodAsync("migration", "create", "--online", "--lock-timeout", "2");
        var strict = await _project.PodAsync("migration", "check", "--strict");

        Assert.Equal((1, 0, 0), (plain.ExitCode, online.ExitCode, strict.ExitCode));
        Assert.Contains("error POD3020", plain.Errors, StringComparison.Ordinal);
        Assert.Contains("-- pod:step 1 transaction=off", File.ReadAllText(Path.Combine(_project.MigrationsFolder, Versions()[2], "migration.sql")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_branches_become_one_chain_without_editing_a_file()
    {
        await CreateAsync("root");
        await GitAsync("init", "-b", "main");
        await GitAsync("add", "-A");
        await GitAsync("commit", "-m", "root");
        await GitAsync("checkout", "-b", "feature");
        Model("\n  feature: int?\n");
        await CreateAsync("feature");
        await GitAsync("add", "-A");
        await GitAsync("commit", "-m", "feature");
        await GitAsync("checkout", "main");
        Model("\n  mainline: int?\n");
        await CreateAsync("mainline");
        await GitAsync("add", "-A");
        await GitAsync("commit", "-m", "mainline");
        await GitAsync("checkout", "feature");
        await _project.GitAsync("merge", "main");
        Model("\n  feature: int?\n  mainline: int?\n");

        var check = await _project.PodAsync("migration", "check");
        var create = await _project.PodAsync("migration", "create");
        var rebase = await _project.PodAsync("migration", "rebase", "--onto", "main");
        var after = await _project.PodAsync("migration", "check");
        var again = await _project.PodAsync("migration", "rebase", "--onto", "main");

        Assert.Equal((1, 1), (check.ExitCode, create.ExitCode));
        Assert.Contains("POD3030", check.Errors, StringComparison.Ordinal);
        Assert.True(rebase.ExitCode == 0, rebase.All);
        Assert.True(after.ExitCode == 0, after.All);
        Assert.Contains("Nothing to rebase", again.Output, StringComparison.Ordinal);
        Assert.Equal(["root", "mainline", "feature"], Versions().Select(static version => version.Split('-')[1]));
        var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(_project.MigrationsFolder, Versions()[2], "migration.json"))).RootElement;
        Assert.EndsWith("-feature", Assert.Single(manifest.GetProperty("replaces").EnumerateArray()).GetString(), StringComparison.Ordinal);
        Assert.Equal("feature", Assert.Single(manifest.GetProperty("operations").EnumerateArray()).GetProperty("column").GetProperty("name").GetString());
        Assert.Equal(Versions(), File.ReadLines(Path.Combine(_project.MigrationsFolder, "migration_registry.txt")).Where(static line => !line.StartsWith('#')));
    }

    [Fact]
    public async Task A_branch_that_git_does_not_know_is_named()
    {
        await CreateAsync();
        await GitAsync("init", "-b", "main");

        var result = await _project.PodAsync("migration", "rebase", "--onto", "nowhere");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("git does not know 'nowhere'", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misspelt_option_is_named_with_the_one_that_was_meant()
    {
        var result = await _project.PodAsync("migration", "create", "--forse");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("--force", result.All, StringComparison.Ordinal);
    }

    private void Model(string more) => _project.Write(ModelFile, SampleProject.Model + more);

    private async Task CreateAsync(string tag = "step")
    {
        var result = await _project.PodAsync("migration", "create", "--tag", tag);
        Assert.True(result.ExitCode == 0, result.All);
    }

    private async Task GitAsync(params string[] arguments)
    {
        var result = await _project.GitAsync(arguments);
        Assert.True(result.ExitCode == 0, result.All);
    }

    private List<string> Versions() => [.. Directory.EnumerateDirectories(_project.MigrationsFolder).Select(static folder => Path.GetFileName(folder)).Where(static name => char.IsAsciiDigit(name[0])).Order(StringComparer.Ordinal)];
}
