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

    // The system's number for "locked by another": Linux, macOS, Windows.
    private static readonly int[] SharingViolations = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _file;
    private readonly DataFolder _folder;

    private OwnerLock(FileStream file, DataFolder folder)
    {
        _file = file;
        _folder = folder;
    }

    /// <summary>Takes the folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="patience">How long to wait while another process has it.</param>
    /// <param name="time">The clock of the wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<OwnerLock> TakeAsync(DataFolder folder, TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        RefuseLink(folder.LockFile);
        RefuseLink(folder.OwnerFile);
        try
        {
            OwnerLock? owner = null;
            await Polling.UntilAsync(() => (owner = TryTake(folder)) is not null, patience, time, cancellationToken).ConfigureAwait(false);
            return owner ?? Take(folder);
        }
        catch (IOException exception) when (SharingViolations.Contains(exception.HResult))
        {
            var owner = await OwnerAsync(folder, time, cancellationToken).ConfigureAwait(false);
            throw new EmbeddedPostgresException(
                $"The data folder '{folder.Root}' is in use by {owner}. Only one process at a time can own it: stop that one, or choose another data folder.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddedPostgresException(
                $"The data folder '{folder.Root}' cannot be written by this user (it may have been made by another one, such as root): {exception.Message} "
                + "Give it to this user (chown -R) or choose another data folder.", exception);
        }
    }

    public void Dispose()
    {
        try
        {
            // First the pid, while the folder is still ours.
            File.Delete(_folder.OwnerFile);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The folder was deleted under us. A pid that stays behind says nothing without the lock.
        }
        finally
        {
            _file.Dispose();
        }
    }

    private static OwnerLock? TryTake(DataFolder folder)
    {
        try
        {
            return Take(folder);
        }
        catch (IOException exception) when (SharingViolations.Contains(exception.HResult))
        {
            return null;
        }
    }

    private static OwnerLock Take(DataFolder folder)
    {
        var owner = new OwnerLock(new FileStream(folder.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), folder);
        owner.WritePid();
        return owner;
    }

    private void WritePid()
    {
        try
        {
            File.WriteAllText(_folder.OwnerFile, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    // Root may be at work in a folder of somebody who would like to have another file overwritten.
    private static void RefuseLink(string path)
    {
        if (new FileInfo(path).LinkTarget is { } target)
        {
            throw new EmbeddedPostgresException($"'{path}' is a link to '{target}'. Remove it, or choose another data folder.");
        }
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
