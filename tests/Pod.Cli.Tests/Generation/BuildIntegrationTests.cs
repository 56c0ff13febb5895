namespace Pod.Cli.Tests.Generation;

/// <summary>A real project, built with the real build targets.</summary>
public sealed class BuildIntegrationTests : IDisposable
{
    private readonly SampleProject _project = BuildableProject.Create();
    private bool _isRestored;

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task The_generator_runs_when_something_it_reads_changed_and_only_then()
    {
        var first = await BuildAsync();
        var firstRun = LastRun();
        var second = await BuildAsync();
        var secondRun = LastRun();

        _project.Write("My.App.Server/Models/note.pod.yaml", SampleProject.Model + "\n  stars: int, default=0\n");
        var protocol = File.GetLastWriteTimeUtc(_project.PathOf("My.App.Server/Generated/Protocol.cs"));
        var edited = await BuildAsync();

        _project.Write("My.App.Server/NoteEndpoint.cs", SampleProject.Endpoint.Replace("Add(", "Put(", StringComparison.Ordinal));
        var renamed = await BuildAsync();

        Assert.True(first.ExitCode == 0, first.All);
        Assert.True(second.ExitCode == 0, second.All);
        Assert.Equal(firstRun, secondRun);
        Assert.True(edited.ExitCode == 0, edited.All);
        Assert.Contains("Stars", _project.Read("My.App.Server/Generated/Models/Note.cs"), StringComparison.Ordinal);
        Assert.Equal(protocol, File.GetLastWriteTimeUtc(_project.PathOf("My.App.Server/Generated/Protocol.cs")));
        Assert.True(renamed.ExitCode == 0, renamed.All);
        Assert.Contains("PutAsync", _project.Read("My.App.Client/Generated/Endpoints/NoteEndpointClient.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_comes_or_goes_is_noticed()
    {
        _project.Write("My.App.Server/Models/tag.pod.yaml", "class: Tag\nfields:\n  name: string\n");
        await BuildAsync();
        File.Delete(_project.PathOf("My.App.Server/Models/tag.pod.yaml"));

        var result = await BuildAsync();

        Assert.True(result.ExitCode == 0, result.All);
        Assert.False(File.Exists(_project.PathOf("My.App.Server/Generated/Models/Tag.cs")));
    }

    [Fact]
    public async Task Errors_appear_as_errors_of_the_build()
    {
        _project.Write("My.App.Server/Models/note.pod.yaml", "class: Note\ntable: note\nfields:\n  text: strng\n");

        var result = await BuildAsync();

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("note.pod.yaml(4,9): error POD1102: the type 'strng' of 'text' is unknown.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_is_generated_before_it_compiles()
    {
        var result = await Command.DotNetAsync(_project.Client, "build", "-nologo", "-v:m", "-nodeReuse:false", "-p:PodCheckGenerated=false");

        Assert.True(result.ExitCode == 0, result.All);
        Assert.True(File.Exists(_project.PathOf("My.App.Client/Generated/MyAppClient.cs")));
    }

    [Fact]
    public async Task In_ci_stale_files_fail_the_build()
    {
        var result = await Command.DotNetAsync(_project.Server, "build", "-nologo", "-v:m", "-nodeReuse:false", "-p:PodCheckGenerated=true");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("error POD4002", result.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_project.PathOf("My.App.Server/Generated")));
    }

    [Fact]
    public async Task In_ci_a_change_without_migration_fails_the_build()
    {
        await _project.PodProcessAsync("migration", "create", "--project", "My.App.Server");
        var whole = await BuildAsync("-p:PodCheckMigrations=true");
        _project.Write("My.App.Server/Models/note.pod.yaml", SampleProject.Model + "\n  stars: int, default=0\n");

        var changed = await BuildAsync("-p:PodCheckMigrations=true");
        var quiet = await BuildAsync();

        Assert.True(whole.ExitCode == 0, whole.All);
        Assert.NotEqual(0, changed.ExitCode);
        Assert.Contains("error POD3040", changed.Output, StringComparison.Ordinal);
        Assert.True(quiet.ExitCode == 0, quiet.All);
    }

    [Fact]
    public async Task The_tool_has_the_build_write_down_what_it_needs()
    {
        var result = await _project.PodProcessAsync("generate", "--project", "My.App.Server");

        Assert.True(result.ExitCode == 0, result.All);
        Assert.True(File.Exists(_project.PathOf("My.App.Server/Generated/Endpoints/NoteEndpointDispatch.cs")));
    }

    // Packages stay the same for a whole test.
    private Task<CommandResult> BuildAsync(params string[] properties)
    {
        string[] restore = _isRestored ? ["--no-restore"] : [];
        _isRestored = true;
        return Command.DotNetAsync(_project.Server, ["build", "-nologo", "-v:m", "-nodeReuse:false", "-p:PodCheckGenerated=false", .. restore, .. properties]);
    }

    // The target touches its stamp at the end of each run.
    private DateTime LastRun() => File.GetLastWriteTimeUtc(_project.PathOf("My.App.Server/obj/pod.stamp"));
}
