namespace Pod.EmbeddedPostgres.Supervision;

/// <summary>
/// PostgreSQL's own log: one file and one predecessor, each bounded. The server appends, so cutting the file under it is safe.
/// </summary>
internal sealed class ServerLog(string folder)
{
    private const long MaximumBytes = 4 * 1024 * 1024;
    private const int TailBytes = 16 * 1024;
    private static readonly TimeSpan CheckInterval = TimeSpan.FromSeconds(10);

    public string FilePath { get; } = Path.Combine(folder, "postgres.log");

    /// <summary>Keeps an eye on the size until disposed.</summary>
    public ITimer Watch(TimeProvider time) => time.CreateTimer(_ => CutWhenTooLarge(), null, CheckInterval, CheckInterval);

    public long Length => File.Exists(FilePath) ? new FileInfo(FilePath).Length : 0;

    public void CutWhenTooLarge()
    {
        try
        {
            var previousFile = new FileInfo(FilePath + ".1");
            if (Length <= MaximumBytes || new FileInfo(FilePath).LinkTarget is not null || previousFile.LinkTarget is not null)
            {
                return;
            }

            using var log = Open(FileAccess.ReadWrite);
            log.Seek(-MaximumBytes, SeekOrigin.End);
            using (var previous = previousFile.Open(FileMode.Create, FileAccess.Write))
            {
                log.CopyTo(previous);
            }

            log.SetLength(0);
        }
        catch (IOException)
        {
            // A log that cannot be cut now can be cut ten seconds later; it must not take the owner down.
        }
        catch (UnauthorizedAccessException)
        {
        }
    }

    /// <summary>What was written since <paramref name="position"/>, at most the last lines of it.</summary>
    public string Tail(long position = 0, int lines = 20)
    {
        try
        {
            using var log = Open(FileAccess.Read);
            log.Position = Math.Max(Math.Min(position, log.Length), log.Length - TailBytes);
            using var reader = new StreamReader(log);
            var all = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            return string.Join('\n', all.TakeLast(lines));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private FileStream Open(FileAccess access) => new(FilePath, FileMode.Open, access, FileShare.ReadWrite | FileShare.Delete);
}
