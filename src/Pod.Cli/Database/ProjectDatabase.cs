using Pod.Cli.Output;
using Pod.Cli.Projects;
using Pod.Database;
using Pod.EmbeddedPostgres;

namespace Pod.Cli.Database;

/// <summary>The database that a command works on.</summary>
internal sealed class ProjectDatabase : IAsyncDisposable
{
    private readonly EmbeddedPostgresServer? _server;

    private ProjectDatabase(string connectionString, string mode, bool isEmbedded, EmbeddedPostgresServer? server)
    {
        _server = server;
        ConnectionString = connectionString;
        Mode = mode;
        IsEmbedded = isEmbedded;
        Database = new PodDatabase(connectionString, new PodDatabaseOptions());
    }

    public string ConnectionString { get; }

    /// <summary>Gets whose configuration was read, for example <c>Development</c>.</summary>
    public string Mode { get; }

    /// <summary>Gets whether it is the project's private PostgreSQL.</summary>
    public bool IsEmbedded { get; }

    public PodDatabase Database { get; }

    /// <summary>Gets the folder of a project's private PostgreSQL, which the server uses too.</summary>
    public static string EmbeddedFolder(ServerProject project, string mode) => Path.Combine(project.Folder, ".pod", mode.ToLowerInvariant(), "postgres");

    public static ProjectDatabase Connect(string connectionString, string mode)
    {
        try
        {
            return new ProjectDatabase(connectionString, mode, isEmbedded: false, server: null);
        }
        catch (ArgumentException exception)
        {
            throw new CliException($"The connection string cannot be read: {exception.Message}", exitCode: ExitCode.ConfigurationInvalid);
        }
    }

    /// <summary>Uses the project's private PostgreSQL if it runs, for example under the server; else starts it until the command ends.</summary>
    public static async Task<ProjectDatabase> OpenEmbeddedAsync(ServerProject project, string mode, CancellationToken cancellationToken)
    {
        var folder = EmbeddedFolder(project, mode);
        return EmbeddedPostgresServer.FindConnectionString(folder) is { } running
            ? new ProjectDatabase(running, mode, isEmbedded: true, server: null)
            : await StartEmbeddedAsync(folder, mode, CommandOutput.Note, cancellationToken);
    }

    /// <summary>Starts the private PostgreSQL of a folder, or uses the one that another process runs there.</summary>
    public static async Task<ProjectDatabase> OwnEmbeddedAsync(string folder, string mode, Action<string> log, CancellationToken cancellationToken)
    {
        try
        {
            // A server that is about to stop with its killed owner can be found, too; so the start has the first try.
            return await StartEmbeddedAsync(folder, mode, log, cancellationToken);
        }
        catch (EmbeddedPostgresException)
        {
            if (EmbeddedPostgresServer.FindConnectionString(folder) is { } running)
            {
                return new ProjectDatabase(running, mode, isEmbedded: true, server: null);
            }

            throw;
        }
    }

    private static async Task<ProjectDatabase> StartEmbeddedAsync(string folder, string mode, Action<string> log, CancellationToken cancellationToken)
    {
        var server = await EmbeddedPostgresServer.StartAsync(new EmbeddedPostgresOptions { DataDirectory = folder, Log = log }, cancellationToken);
        return new ProjectDatabase(server.ConnectionString, mode, isEmbedded: true, server);
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
