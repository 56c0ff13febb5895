using System.CommandLine;
using System.Diagnostics;
using Npgsql;
using Pod.Cli.Output;
using Pod.Cli.Programs;
using Pod.Cli.Projects;
using Pod.EmbeddedPostgres;

namespace Pod.Cli.Commands.Database;

/// <summary><c>dotnet pod database start</c>: runs the private PostgreSQL until Ctrl+C, or in the background.</summary>
internal static class StartDatabaseCommand
{
    private const string PasswordVariable = "POD_POSTGRES_PASSWORD";

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(6);

    public static Command Create()
    {
        var options = new EmbeddedOptions();
        var detach = new Option<bool>("--detach") { Description = "Leaves it running in the background until 'dotnet pod database stop'." };
        var port = new Option<int?>("--port")
        {
            Description = $"Listens on this port of 127.0.0.1 too, with a password: that of {PasswordVariable}, else a generated one.",
        };
        var command = new Command("start", "Runs the private PostgreSQL and prints its connection string.") { detach, port };
        options.AddTo(command);
        command.SetOutputAction(async (arguments, output, cancellationToken) =>
        {
            var folder = options.FolderOf(arguments);
            if (EmbeddedPostgresServer.FindConnectionString(folder) is { } running)
            {
                if (!ListensOn(running, arguments.GetValue(port)))
                {
                    throw new CliException($"The database runs already, without port {arguments.GetValue(port)}. 'dotnet pod database stop' ends it.");
                }

                Print(running, output);
                CommandOutput.Note("It was running already.");
                return ExitCode.Success;
            }

            if (arguments.GetValue(detach))
            {
                using var process = Start(options.ProjectOf(arguments), options.ModeOf(arguments), arguments.GetValue(port));
                Print(await WaitForStartAsync(process, folder, arguments.GetValue(port), cancellationToken), output);
                return ExitCode.Success;
            }

            var settings = new EmbeddedPostgresOptions
            {
                DataDirectory = folder,
                Log = CommandOutput.Note,
                Port = arguments.GetValue(port),
                Password = Environment.GetEnvironmentVariable(PasswordVariable),
            };
            await using var server = await EmbeddedPostgresServer.StartAsync(settings, cancellationToken);
            Print(server.ConnectionString, output);
            await WaitAsync(folder, cancellationToken);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Print(string connectionString, CommandOutput output)
    {
        output.Data["connectionString"] = connectionString;
        output.Result(connectionString);
    }

    // Until Ctrl+C, or until 'database stop' has stopped the server from elsewhere.
    private static async Task WaitAsync(string folder, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Look, TimeProvider.System);
        try
        {
            while (EmbeddedPostgresServer.FindConnectionString(folder) is not null)
            {
                await timer.WaitForNextTickAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            CommandOutput.Note("Stopping.");
        }
    }

    private static async Task<string> WaitForStartAsync(Process process, string folder, int? port, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Look, TimeProvider.System);
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            if (EmbeddedPostgresServer.FindConnectionString(folder) is { } running && ListensOn(running, port))
            {
                return running;
            }

            if (process.HasExited || Stopwatch.GetElapsedTime(started) > StartTimeout)
            {
                throw new CliException("PostgreSQL did not start. 'dotnet pod database start' without --detach says why.");
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    private static bool ListensOn(string connectionString, int? port) =>
        port is null || (new NpgsqlConnectionStringBuilder(connectionString) is var address && address.Port == port && address.Password is not null);

    private static Process Start(ServerProject project, string mode, int? port)
    {
        string[] withPort = port is { } number ? ["--port", $"{number}"] : [];
        return Process.Start(ToolProcess.StartInfo(["database", "start", "--project", project.ProjectFile, "--mode", mode, .. withPort]))
            ?? throw new CliException("The tool could not be started a second time.");
    }
}
