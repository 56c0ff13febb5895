using Npgsql;

namespace Pod.Cli.Tests.Support;

/// <summary>A sample project whose tool commands work on a PostgreSQL of the test.</summary>
internal sealed class DatabaseProject(string connectionString, SampleProject? files = null) : IDisposable
{
    public const string Model = """
        class: Ticket
        table: ticket
        fields:
          title: string
          kind: string
          priority: int, default=1
          since: DateTime, default=now
          note: string?
          owner: Person?, relation
        indexes:
          ticket_title_idx:
            fields: title
            unique: true
        checks:
          priority: '{priority} >= 0 and {priority} < 100'
        """;

    public const string Person = """
        class: Person
        table: person
        fields:
          name: string, default='nobody'
          born: DateOnly?
        indexes:
          person_name_idx:
            fields: name
        """;

    public SampleProject Files { get; } = files ?? Make();

    public string ConnectionString => connectionString;

    /// <summary>Runs a command of the tool in this process, on the database.</summary>
    public Task<CommandResult> PodAsync(params string[] arguments) => Files.PodAsync([.. arguments, "--connection", connectionString]);

    /// <summary>Runs the tool as somebody would, on the database.</summary>
    public Task<CommandResult> PodProcessAsync(params string[] arguments) => Files.PodProcessAsync([.. arguments, "--connection", connectionString]);

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<string> ReadAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture) ?? "";
    }

    public void Dispose() => Files.Dispose();

    private static SampleProject Make()
    {
        var project = SampleProject.Create();
        File.Delete(project.PathOf("My.App.Server/Models/note.pod.yaml"));
        File.Delete(project.PathOf("My.App.Server/NoteEndpoint.cs"));
        project.Write("My.App.Server/Models/ticket.pod.yaml", Model);
        project.Write("My.App.Server/Models/person.pod.yaml", Person);
        return project;
    }
}
