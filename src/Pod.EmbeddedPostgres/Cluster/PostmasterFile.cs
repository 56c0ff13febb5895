using System.Globalization;

namespace Pod.EmbeddedPostgres.Cluster;

/// <summary>
/// What a running server says about itself in <c>postmaster.pid</c>: line 1 its pid, line 8 its state. The other lines are not needed:
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
internal sealed record PostmasterFile(int ProcessId, bool IsReady)
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
                ? new PostmasterFile(Math.Abs(pid), lines.Length > 7 && lines[7].Trim() == "ready")
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
