using System.Text.Json;

namespace Pod.Cli.Tests;

public sealed class JsonOutputTests : IDisposable
{
    private readonly SampleProject _project = SampleProject.Create();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task A_result_is_one_object()
    {
        var result = await _project.PodProcessAsync("migration", "create", "--tag", "first", "--json");

        using var document = JsonDocument.Parse(result.Output);
        var root = document.RootElement;
        Assert.True(root.GetProperty("ok").GetBoolean());
        Assert.Equal(0, root.GetProperty("exitCode").GetInt32());
        Assert.EndsWith("-first", root.GetProperty("data").GetProperty("version").GetString(), StringComparison.Ordinal);
        Assert.Empty(root.GetProperty("diagnostics").EnumerateArray());
    }

    [Fact]
    public async Task A_finding_in_a_file_names_its_place()
    {
        _project.Write("My.App.Server/Models/note.pod.yaml", SampleProject.Model + "\n  stars: strng\n");

        var result = await _project.PodProcessAsync("generate", "--json");

        Assert.Equal(1, result.ExitCode);
        using var document = JsonDocument.Parse(result.Output);
        Assert.False(document.RootElement.GetProperty("ok").GetBoolean());
        var finding = Assert.Single(document.RootElement.GetProperty("diagnostics").EnumerateArray());
        Assert.Equal("POD1102", finding.GetProperty("id").GetString());
        Assert.Equal("error", finding.GetProperty("severity").GetString());
        Assert.EndsWith("note.pod.yaml", finding.GetProperty("file").GetString(), StringComparison.Ordinal);
        Assert.Equal(5, finding.GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task What_cannot_be_done_is_a_finding_too()
    {
        var result = await Command.PodAsync(Path.GetTempPath(), "generate", "--json", "--project", "no-such-folder");

        Assert.Equal(1, result.ExitCode);
        using var document = JsonDocument.Parse(result.Output);
        var finding = Assert.Single(document.RootElement.GetProperty("diagnostics").EnumerateArray());
        Assert.Contains("no-such-folder", finding.GetProperty("message").GetString(), StringComparison.Ordinal);
    }
}
