using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Pod.Cli.Projects;
using Pod.Runtime.Hosting;

namespace Pod.Cli.Database;

/// <summary>The options by which a command finds the project's database: <c>--connection</c>, or <c>--mode</c> with the project's own configuration.</summary>
internal sealed class ConnectionOptions
{
    private readonly Option<string> _connection = new("--connection") { Description = "The connection string. Default: the project's configuration." };

    private readonly Option<string> _mode = new("--mode", "--environment")
    {
        Description = "Whose configuration is read: Development, Test, Staging, Production. Default: DOTNET_ENVIRONMENT, else Development.",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_connection);
        command.Options.Add(_mode);
    }

    /// <summary>Gets the connection string that was given, or null.</summary>
    public string? Given(ParseResult arguments) => arguments.GetValue(_connection);

    /// <summary>Gets the mode.</summary>
    public string ModeOf(ParseResult arguments) => arguments.GetValue(_mode)
        ?? Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? "Development";

    /// <summary>
    /// Opens the database. In Development and Test, where no connection is configured, that is the project's private PostgreSQL: the running one, or one that
    /// is started for as long as the command takes.
    /// </summary>
    /// <exception cref="CliException">No connection is configured.</exception>
    public async Task<ProjectDatabase> OpenAsync(ParseResult arguments, ServerProject project, CancellationToken cancellationToken)
    {
        var mode = ModeOf(arguments);
        return Find(arguments, project) is { } found
            ? ProjectDatabase.Connect(found, mode)
            : mode is "Development" or "Test"
                ? await ProjectDatabase.OpenEmbeddedAsync(project, mode, cancellationToken)
                : throw new CliException(
                    $"No database is configured for {mode}. Give --connection, or set the environment variable ConnectionStrings__{HostingContract.DatabaseConnection}.",
                    "POD4203",
                    ExitCode.ConfigurationInvalid);
    }

    /// <summary>Finds the connection string that was given or is configured; null when there is none.</summary>
    public string? Find(ParseResult arguments, ServerProject project) => arguments.GetValue(_connection) ?? Configured(project, ModeOf(arguments));

    /// <summary>Gives the connection string that the project's own configuration has; null when there is none.</summary>
    public static string? Configured(ServerProject project, string mode) =>
        ServerConfiguration.Read(project, mode).GetConnectionString(HostingContract.DatabaseConnection) is { Length: > 0 } found ? found : null;
}
