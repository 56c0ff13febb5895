using System.Globalization;
using Pod.EmbeddedPostgres.Processes;
using Pod.EmbeddedPostgres.Supervision;

namespace Pod.EmbeddedPostgres.Cluster;

/// <summary>
/// One owner per folder. The operating system releases the lock when the owner ends, however it ends. The owner's pid stands in a file of its own,
/// because opening a locked file is what fails.
/// </summary>
internal sealed class OwnerLock : IDisposable
{
    private static readonly TimeSpan PidWait = TimeSpan.FromSeconds(1);

    private readonly FileStream _file;
    private readonly DataFolder _folder;

    private OwnerLock(FileStream file, DataFolder folder)
    {
        _file = file;
        _folder = folder;
    }

    public static async Task<OwnerLock> TakeAsync(DataFolder folder, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            var file = new FileStream(folder.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            await File.WriteAllTextAsync(folder.OwnerFile, Environment.ProcessId.ToString(CultureInfo.InvariantCulture), cancellationToken).ConfigureAwait(false);
            return new OwnerLock(file, folder);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new EmbeddedPostgresException(
                $"The data folder '{folder.Root}' cannot be written by this user (it may have been made by another one, such as root). "
                + "Give it to this user (chown -R) or choose another data folder.", exception);
        }
        catch (IOException exception)
        {
            var owner = await OwnerAsync(folder, time, cancellationToken).ConfigureAwait(false);
            throw new EmbeddedPostgresException(
                $"The data folder '{folder.Root}' is in use by {owner}. Only one process at a time can own it: stop that one, or choose another data folder.", exception);
        }
    }

    public void Dispose()
    {
        // First the pid, while the folder is still ours.
        File.Delete(_folder.OwnerFile);
        _file.Dispose();
    }

    // The other owner may hold the lock and not have written its pid yet.
    private static async Task<string> OwnerAsync(DataFolder folder, TimeProvider time, CancellationToken cancellationToken)
    {
        int? pid = null;
        await Polling.UntilAsync(() => (pid = ReadPid(folder)) is { } read && PostmasterProcess.Exists(read), PidWait, time, cancellationToken).ConfigureAwait(false);
        return pid is null ? "another process" : pid == Environment.ProcessId ? $"this same process (pid {pid})" : $"the process with pid {pid}";
    }

    private static int? ReadPid(DataFolder folder)
    {
        try
        {
            return int.TryParse(File.ReadAllText(folder.OwnerFile), CultureInfo.InvariantCulture, out var pid) ? pid : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
