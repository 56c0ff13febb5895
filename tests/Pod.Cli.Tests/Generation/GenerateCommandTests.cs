namespace Pod.Cli.Tests.Generation;

public sealed class GenerateCommandTests : IDisposable
{
    private readonly SampleProject _project = SampleProject.Create();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task Files_are_written_once_and_then_left_alone()
    {
        var first = await _project.PodAsync("generate");
        var path = _project.PathOf("My.App.Server/Generated/Models/Note.cs");
        var written = File.GetLastWriteTimeUtc(path);
        var second = await _project.PodAsync("generate", "--project", _project.Server);

        Assert.True(first.ExitCode == 0, first.All);
        Assert.Matches("^[1-9][0-9]* written, 0 deleted, 0 unchanged", first.Output);
        Assert.Matches("^0 written, 0 deleted, [1-9][0-9]* unchanged", second.Output);
        Assert.Equal(written, File.GetLastWriteTimeUtc(path));
        Assert.Contains("public sealed class MyAppClient : PodClient", _project.Read("My.App.Client/Generated/MyAppClient.cs"), StringComparison.Ordinal);
        Assert.Contains("namespace My.App.Client;", _project.Read("My.App.Client/Generated/Models/Note.cs"), StringComparison.Ordinal);
        Assert.Contains("\"module\": \"my_app\"", _project.Read("My.App.Server/pod.contract.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_changes_only_what_follows_from_it_and_a_removed_source_takes_its_files_along()
    {
        _project.Write("My.App.Server/Models/tag.pod.yaml", "class: Tag\nfields:\n  name: string\n");
        await _project.PodAsync("generate");
        var untouched = File.GetLastWriteTimeUtc(_project.PathOf("My.App.Server/Generated/Models/Tag.cs"));

        _project.Write("My.App.Server/Models/note.pod.yaml", SampleProject.Model + "\n  stars: int, default=0\n");
        var edited = await _project.PodAsync("generate");
        File.Delete(_project.PathOf("My.App.Server/Models/tag.pod.yaml"));
        var stillThere = File.GetLastWriteTimeUtc(_project.PathOf("My.App.Server/Generated/Models/Tag.cs"));
        var removed = await _project.PodAsync("generate");

        // Model on both sides, table, schema, contract, and what holds the contract's hash or document: client and OpenAPI.
        Assert.StartsWith("7 written, 0 deleted", edited.Output, StringComparison.Ordinal);
        Assert.Equal(untouched, stillThere);
        Assert.Contains(" 2 deleted", removed.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(_project.PathOf("My.App.Client/Generated/Models/Tag.cs")));
    }

    [Fact]
    public async Task Errors_of_all_files_are_printed_together_and_nothing_is_written()
    {
        _project.Write("My.App.Server/Models/a.pod.yaml", "class: A\nfields:\n  first: strng\n  second:\n");
        _project.Write("My.App.Server/Models/b.pod.yaml", "class: B\nfields:\n\tname: string\n");

        var result = await _project.PodAsync("generate");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(Path.Combine("Models", "a.pod.yaml") + "(3,10): error POD1102: ", result.Errors, StringComparison.Ordinal);
        Assert.Contains(Path.Combine("Models", "a.pod.yaml") + "(4,", result.Errors, StringComparison.Ordinal);
        Assert.Contains(Path.Combine("Models", "b.pod.yaml") + "(3,1): error POD1006: ", result.Errors, StringComparison.Ordinal);
        Assert.Contains("3 errors, 0 warnings", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.All, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_project.PathOf("My.App.Server/Generated")));
    }

    [Fact]
    public async Task Check_names_stale_files_and_writes_nothing()
    {
        await _project.PodAsync("generate");
        var current = await _project.PodAsync("generate", "--check");
        _project.Write("My.App.Server/Models/note.pod.yaml", SampleProject.Model + "\n  stars: int, default=0\n");
        var stale = await _project.PodAsync("generate", "--check");

        Assert.Equal(0, current.ExitCode);
        Assert.Equal(1, stale.ExitCode);
        Assert.Contains("Note.cs: error POD4002", stale.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Stars", _project.Read("My.App.Server/Generated/Models/Note.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_pod_did_not_make_is_never_overwritten_or_deleted()
    {
        _project.Write("My.App.Server/Generated/Models/Mine.cs", "// mine");
        _project.Write("My.App.Server/Generated/Models/Note.cs", "// mine, too");

        var result = await _project.PodAsync("generate");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("is in the way", result.Errors, StringComparison.Ordinal);
        Assert.Equal("// mine", _project.Read("My.App.Server/Generated/Models/Mine.cs"));
    }

    [Fact]
    public async Task Watch_generates_after_a_change_until_it_is_stopped()
    {
        using var watching = Command.Start(_project.Root, Command.ToolPath, "generate", "--watch");
        try
        {
            var first = await watching.StandardOutput.ReadLineAsync();
            _project.Write("My.App.Server/Models/tag.pod.yaml", "class: Tag\nfields:\n  name: string\n");
            var second = await watching.StandardOutput.ReadLineAsync();

            Assert.Contains("written", first, StringComparison.Ordinal);
            Assert.Contains("written", second, StringComparison.Ordinal);
            Assert.True(File.Exists(_project.PathOf("My.App.Server/Generated/Models/Tag.cs")));
        }
        finally
        {
            watching.Kill(entireProcessTree: true);
        }
    }

    [Theory]
    [InlineData("pod.json", "{ \"modul\": \"x\" }", "'modul' is no known key")]
    [InlineData("pod.json", "{ nonsense", "cannot be read")]
    [InlineData("pod.json", "{ \"customTypes\": { \"Money\": \"a b\" } }", "'a b' is no C# type")]
    [InlineData("pod.json", "{ \"customTypes\": [] }", "cannot be read")]
    [InlineData("pod.json", "{ \"serializationDataType\": \"xml\" }", "Write 'json' or 'jsonb'")]
    [InlineData("pod.json", "{ \"client\": \"../nowhere\" }", "does not exist")]
    public async Task A_wrong_configuration_is_explained(string file, string text, string message)
    {
        _project.Write("My.App.Server/" + file, text);

        var result = await _project.PodAsync("generate");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(message, result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_project_the_way_out_is_named()
    {
        var folder = Directory.CreateTempSubdirectory("pod-cli-");
        var result = await Tool.RunAsync(folder.FullName, "generate");
        folder.Delete(recursive: true);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("--project", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_option_exits_with_1()
    {
        var result = await _project.PodAsync("generate", "--chek");

        Assert.Equal(1, result.ExitCode);
    }
}
