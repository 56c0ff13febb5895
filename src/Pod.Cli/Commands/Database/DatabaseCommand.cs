using System.CommandLine;

namespace Pod.Cli.Commands.Database;

/// <summary><c>dotnet pod database</c>: the project's private PostgreSQL.</summary>
internal static class DatabaseCommand
{
    public static Command Create() => new("database", "Starts, stops and resets the project's private PostgreSQL.")
    {
        StartDatabaseCommand.Create(),
        StopDatabaseCommand.Create(),
        DatabaseStatusCommand.Create(),
        DatabaseLogsCommand.Create(),
        ResetDatabaseCommand.Create(),
    };
}
