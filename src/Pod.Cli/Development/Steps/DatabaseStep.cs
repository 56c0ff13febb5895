using Npgsql;
using Pod.Cli.Database;
using Pod.Cli.Development.Changes;
using Pod.Cli.Development.Events;
using Pod.Cli.Projects;
using Pod.EmbeddedPostgres;

namespace Pod.Cli.Development.Steps;

/// <summary>Starts the private PostgreSQL, or connects to the database that is configured. Starts it anew when it was stopped from elsewhere.</summary>
internal sealed class DatabaseStep(LoopOptions options, EventStream events) : IStep, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public string Name => "database";

    /// <summary>Gets the database; null for a project that has none.</summary>
    public ProjectDatabase? Current { get; private set; }

    private string Folder => options.Instance.DatabaseFolder(options.Mode);

    public async Task<StepResult?> RunAsync(ChangeSet changes, CancellationToken cancellationToken)
    {
        if (!ProjectConfiguration.Load(options.Project).HasDatabase || (Current is { } current && IsRunning(current)))
        {
            return null;
        }

        await DisposeAsync();
        Current = await OpenAsync(cancellationToken);
        var text = Describe(Current);
        events.Emit(new DatabaseChanged(text));
        return StepResult.Done(text);
    }

    public async ValueTask DisposeAsync()
    {
        if (Current is { } current)
        {
            Current = null;
            await current.DisposeAsync();
        }
    }

    private async Task<ProjectDatabase> OpenAsync(CancellationToken cancellationToken)
    {
        if (options.ConnectionString is not { } configured)
        {
            return await ProjectDatabase.OwnEmbeddedAsync(Folder, options.Mode, line => events.Emit(new Noticed(line)), cancellationToken);
        }

        var database = ProjectDatabase.Connect(configured, options.Mode);
        try
        {
            await database.Database.WaitUntilReachableAsync(Patience, cancellationToken);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    private bool IsRunning(ProjectDatabase database) => !database.IsEmbedded || EmbeddedPostgresServer.FindConnectionString(Folder) is not null;

    private string Describe(ProjectDatabase database)
    {
        if (database.IsEmbedded)
        {
            return $"PostgreSQL in {Path.GetRelativePath(options.Project.Folder, Folder)}";
        }

        var connection = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        return $"'{connection.Database}' on {connection.Host}";
    }
}
