using System.Globalization;
using Pod.EmbeddedPostgres.Accounts;
using Pod.EmbeddedPostgres.Binaries;
using Pod.EmbeddedPostgres.Cluster;
using Pod.EmbeddedPostgres.Processes;

namespace Pod.EmbeddedPostgres.Supervision;

/// <summary>The command line that starts the server under its supervisor.</summary>
internal static class SupervisorCommand
{
    public static Command Create(
        PostgresBinaries binaries, ServerAccount account, DataFolder folder, ServerLog log, IReadOnlyList<string> settings, EmbeddedPostgresOptions options)
    {
        var patience = Math.Max(1, (int)Math.Ceiling(options.StopTimeout.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        var users = options.Shared ? folder.UsersFile : "";
        var commandLine = OperatingSystem.IsWindows()
            ? Windows([binaries.PgCtl, folder.Cluster, log.FilePath, patience, users, string.Join(' ', settings.Select(setting => $"-c \"{setting}\""))])
            : SessionLeader.Wrap(
                ["/bin/sh", "-c", SupervisorScript.Unix, "pod-postgres", log.FilePath, patience, users,
                    binaries.Postgres, "-D", folder.Cluster, .. settings.SelectMany(setting => new[] { "-c", setting })]);
        return new Command(commandLine[0], commandLine[1..]) { Account = account };
    }

    // A console of its own (CreateNoWindow) keeps Ctrl+C away, as the session does on Unix.
    private static string[] Windows(string[] arguments)
    {
        var quoted = arguments.Select(argument => $"'{argument.Replace("'", "''", StringComparison.Ordinal)}'");
        return ["powershell", "-NoProfile", "-NonInteractive", "-InputFormat", "None", "-Command", $"& {{ {SupervisorScript.Windows} }} {string.Join(' ', quoted)}"];
    }
}
