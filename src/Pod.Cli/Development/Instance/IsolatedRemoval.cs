using Pod.EmbeddedPostgres;

namespace Pod.Cli.Development.Instance;

/// <summary>Removes an isolated instance with its database.</summary>
internal static class IsolatedRemoval
{
    private static readonly string[] Modes = ["Development", "Test"];

    /// <exception cref="CliException">There is none of this name, or it runs.</exception>
    public static async Task RunAsync(InstanceFolder folder, CancellationToken cancellationToken)
    {
        RequireExistence(folder);
        using var alone = FileLock.TryTake(folder.LockFile)
            ?? throw new CliException($"The isolated instance '{folder.Name}' runs. Quit it first.", exitCode: ExitCode.Refused);
        foreach (var mode in Modes)
        {
            await EmbeddedPostgresServer.StopRunningAsync(folder.DatabaseFolder(mode), cancellationToken);
        }

        Directory.Delete(folder.Root, recursive: true);
    }

    /// <exception cref="CliException">There is none of this name.</exception>
    public static void RequireExistence(InstanceFolder folder)
    {
        if (!Directory.Exists(folder.Root))
        {
            throw new CliException($"There is no isolated instance '{folder.Name}': '{folder.Root}' does not exist.");
        }
    }
}
