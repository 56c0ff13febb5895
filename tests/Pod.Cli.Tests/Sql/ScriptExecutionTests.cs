using Microsoft.Extensions.Logging.Abstractions;
using Pod.Database;

namespace Pod.Cli.Tests.Sql;

/// <summary><c>dotnet pod migration script</c>, run by somebody else: the server finds nothing left to do.</summary>
public sealed class ScriptExecutionTests(SqlServer server) : IClassFixture<SqlServer>, IDisposable
{
    private readonly SampleProject _project = SampleProject.Create();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task A_script_leaves_schema_and_history_as_the_runner_does()
    {
        await CreateAsync("\n");
        await CreateAsync("\n  stars: int, default=3\n");
        await using var schema = await server.NewSchemaAsync();

        var script = await _project.PodAsync("migration", "script", "--idempotent");
        await schema.ExecuteAsync(script.Output);
        await schema.ExecuteAsync("INSERT INTO note (text) VALUES ('kept')");
        await schema.ExecuteAsync(script.Output);

        Assert.True(script.ExitCode == 0, script.All);
        Assert.Equal(["kept 3"], await schema.ReadAsync("SELECT text || ' ' || stars FROM note"));
        Assert.Empty(await ApplyAsync(schema.Name));
    }

    [Fact]
    public async Task A_script_begins_behind_what_the_database_has()
    {
        await CreateAsync("\n");
        var first = Assert.Single(Versions());
        await using var schema = await server.NewSchemaAsync();
        Assert.Single(await ApplyAsync(schema.Name));
        await CreateAsync("\nindexes:\n  note_text: {fields: text}\n", "--online");
        var file = _project.PathOf("change.sql");

        var script = await _project.PodAsync("migration", "script", "--from", first.Split('-')[0], "--output", file);
        var unskippable = await _project.PodAsync("migration", "script", "--idempotent");
        var unknown = await _project.PodAsync("migration", "script", "--to", "123");
        foreach (var statement in (await File.ReadAllTextAsync(file)).Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            await schema.ExecuteAsync(statement);
        }

        Assert.True(script.ExitCode == 0, script.All);
        Assert.Empty(await ApplyAsync(schema.Name));
        Assert.Contains(await schema.CatalogueAsync(), static line => line.StartsWith("index note_text ", StringComparison.Ordinal));
        Assert.Equal((1, 1), (unskippable.ExitCode, unknown.ExitCode));
        Assert.Contains("outside of a transaction", unskippable.Errors, StringComparison.Ordinal);
        Assert.Contains($"There is no migration '123'. The migrations are: {first}", unknown.Errors, StringComparison.Ordinal);
    }

    private async Task CreateAsync(string more, params string[] options)
    {
        _project.Write("My.App.Server/Models/note.pod.yaml", SampleProject.Model + more);
        var result = await _project.PodAsync(["migration", "create", .. options]);
        Assert.True(result.ExitCode == 0, result.All);
    }

    private async Task<IReadOnlyList<string>> ApplyAsync(string schema)
    {
        await using var database = new PodDatabase(server.ConnectionString(schema));
        var result = await new MigrationRunner(database, MigrationDirectory.Read(_project.MigrationsFolder), TimeProvider.System, NullLogger.Instance).ApplyAsync();
        return result.Applied;
    }

    private IEnumerable<string> Versions() => Directory.EnumerateDirectories(_project.MigrationsFolder).Select(static folder => Path.GetFileName(folder));
}
