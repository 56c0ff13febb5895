using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using Pod.Cli.Projects;
using Pod.Database;

namespace Pod.Cli.Database;

/// <summary>A project's migrations together with the database that they are about.</summary>
internal sealed class DatabaseMigrations : IAsyncDisposable
{
    private readonly ProjectDatabase _database;

    private DatabaseMigrations(ServerProject project, ProjectDatabase database)
    {
        _database = database;
        Project = project;
        Directory = MigrationDirectory.Read(project.MigrationsFolder);
        Runner = new MigrationRunner(database.Database, Directory, TimeProvider.System, NullLogger.Instance);
    }

    public ServerProject Project { get; }

    public MigrationDirectory Directory { get; }

    public MigrationRunner Runner { get; }

    public PodDatabase Database => _database.Database;

    /// <summary>Opens the database that the options of a command name.</summary>
    /// <exception cref="CliException">The project's database feature is off (POD3057), or no connection is configured.</exception>
    public static async Task<DatabaseMigrations> OpenAsync(
        ParseResult arguments, ServerProject project, ConnectionOptions connection, CancellationToken cancellationToken)
    {
        ProjectConfiguration.RequireDatabase(project);
        var database = await connection.OpenAsync(arguments, project, cancellationToken);
        try
        {
            return new DatabaseMigrations(project, database);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Gives the migration of a version, or the newest.</summary>
    /// <exception cref="CliException">There is no such migration, or none at all (POD3056).</exception>
    public MigrationFiles Find(string? version) => version is not null
        ? Directory.Find(version) ?? throw new CliException($"There is no migration {version}. 'dotnet pod migration list' shows those that there are.", "POD3060")
        : Directory.Migrations is [.., var newest] ? newest : throw new CliException("The project has no migrations. Make one with 'dotnet pod migration create'.", "POD3056");

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
