using Npgsql;
using Pod.Database;

namespace Pod.Cli.Tests.Support;

/// <summary>A project with one migration and a database that has it, with rows; tests damage copies of it.</summary>
public sealed class RepairDatabase : IAsyncLifetime, IDisposable
{
    private readonly SqlServer _server = new();
    private string _name = "";
    private DatabaseProject? _original;
    private int _copies;

    public async Task InitializeAsync()
    {
        await _server.InitializeAsync();
        _name = await _server.NewDatabaseAsync();
        _original = new DatabaseProject(_server.ConnectionStringOf(_name));
        var created = await _original.Files.PodAsync("create-migration");
        Assert.True(created.ExitCode == 0, created.All);
        var applied = await _original.PodAsync("migrate");
        Assert.True(applied.ExitCode == 0, applied.All);
        await _original.ExecuteAsync("""
            INSERT INTO person (name, born) VALUES ('ada', '1815-12-10'), ('alan', '1912-06-23');
            INSERT INTO ticket (title, kind, "ownerId") VALUES ('a', 'x', 1), ('b', 'x', 1), ('c', 'y', 2)
            """);
    }

    public Task DisposeAsync() => _server.DisposeAsync();

    public void Dispose() => _original?.Dispose();

    /// <summary>Copies the database, with its project.</summary>
    internal async Task<DatabaseProject> CopyAsync()
    {
        var name = $"copy_{Interlocked.Increment(ref _copies)}";
        await using var connection = new NpgsqlConnection(_server.ConnectionStringOf("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE {_name}", connection);
        await command.ExecuteNonQueryAsync();
        return new DatabaseProject(_server.ConnectionStringOf(name), _original!.Files);
    }

    /// <summary>Compares a database with the newest migration.</summary>
    internal static async Task<SchemaComparison> CompareAsync(DatabaseProject project)
    {
        await using var database = new PodDatabase(project.ConnectionString);
        return await database.CompareSchemaAsync(MigrationDirectory.Read(project.Files.MigrationsFolder).Migrations[^1].ReadSchema());
    }
}
