using Npgsql;
using Pod.Database;
using Pod.EmbeddedPostgres;

namespace Pod.Cli.Tests.Support;

/// <summary>A project with one migration and a database that has it, with rows; tests damage copies of it.</summary>
public sealed class RepairDatabase : IAsyncLifetime, IDisposable
{
    private readonly string _folder = EnterableFolder.Create("pod-repair-tests-");
    private EmbeddedPostgresServer? _server;
    private DatabaseProject? _original;
    private int _copies;

    public async Task InitializeAsync()
    {
        _server = await EmbeddedPostgresServer.StartAsync(new EmbeddedPostgresOptions { DataDirectory = Path.Combine(_folder, "data"), DatabaseName = "original" });
        _original = new DatabaseProject(Unpooled("original"));
        var created = await _original.Files.PodAsync("create-migration");
        Assert.True(created.ExitCode == 0, created.All);
        var applied = await _original.PodAsync("migrate");
        Assert.True(applied.ExitCode == 0, applied.All);
        await _original.ExecuteAsync("""
            INSERT INTO person (name, born) VALUES ('ada', '1815-12-10'), ('alan', '1912-06-23');
            INSERT INTO ticket (title, kind, "ownerId") VALUES ('a', 'x', 1), ('b', 'x', 1), ('c', 'y', 2)
            """);
    }

    public async Task DisposeAsync()
    {
        await _server!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public void Dispose() => _original?.Dispose();

    /// <summary>Copies the database, with its project.</summary>
    internal async Task<DatabaseProject> CopyAsync()
    {
        var name = $"copy_{Interlocked.Increment(ref _copies)}";
        await using var connection = new NpgsqlConnection(Unpooled("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name} TEMPLATE original", connection);
        await command.ExecuteNonQueryAsync();
        return new DatabaseProject(Unpooled(name), _original!.Files);
    }

    /// <summary>Compares a database with the newest migration.</summary>
    internal static async Task<SchemaComparison> CompareAsync(DatabaseProject project)
    {
        await using var database = new PodDatabase(project.ConnectionString);
        return await database.CompareSchemaAsync(MigrationDirectory.Read(project.Files.MigrationsFolder).Migrations[^1].ReadSchema());
    }

    private string Unpooled(string database) => _server!.GetConnectionString(database) + ";Pooling=false";
}
