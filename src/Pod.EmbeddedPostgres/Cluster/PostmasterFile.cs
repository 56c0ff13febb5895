using System.Globalization;

namespace Pod.EmbeddedPostgres.Cluster;

/// <summary>
/// What a running server says about itself in <c>postmaster.pid</c>: line 1 its pid, line 4 its port, line 5 the folder of its socket, line 6 the address
/// it listens on, line 8 its state:
/// <code>
/// 4711
/// /data/pgdata
/// 1763723366
/// 5432
/// /tmp/pod-101-0f1e2d3c4b5a6978
///
///  20054210         3
/// ready
/// </code>
/// A file from a server that was killed looks the same; one that is being written may be short.
/// </summary>
internal sealed record PostmasterFile(int ProcessId, int Port, string SocketFolder, string ListenAddress, bool IsReady)
{
    public static string PathIn(string cluster) => Path.Combine(cluster, "postmaster.pid");

    public static PostmasterFile? Read(string cluster)
    {
        try
        {
            using var file = new FileStream(PathIn(cluster), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file);
            var lines = reader.ReadToEnd().Split('\n');
            // Negative: the pid of a single-user session, which reports no state.
            return int.TryParse(lines[0].Trim(), CultureInfo.InvariantCulture, out var pid)
                ? new PostmasterFile(Math.Abs(pid), NumberAt(lines, 3), TextAt(lines, 4), TextAt(lines, 5), TextAt(lines, 7) == "ready")
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
    private static string TextAt(string[] lines, int index) => index < lines.Length ? lines[index].Trim() : "";

    private static int NumberAt(string[] lines, int index) => int.TryParse(TextAt(lines, index), CultureInfo.InvariantCulture, out var number) ? number : 0;
}
