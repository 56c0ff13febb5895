using System.Diagnostics;
using Pod.EmbeddedPostgres.Accounts;

namespace Pod.EmbeddedPostgres.Supervision;

/// <summary>Tells a server on a folder from a stranger that got its old process number.</summary>
internal static class PostmasterProcess
{
    public static bool Exists(int processId)
    {
        if (!OperatingSystem.IsWindows())
        {
            return NativeMethods.Exists(processId);
        }

        return NameOf(processId) is not null;
    }

    /// <summary>Whether the process is a PostgreSQL that works in this cluster: a server always makes it its current directory.</summary>
    public static bool Serves(int processId, string cluster)
    {
        if (!Exists(processId))
        {
            return false;
        }

        return OperatingSystem.IsLinux()
            ? WorkingDirectoryOf(processId) is { } folder && folder == RealPath(cluster)
            : NameOf(processId) is "postgres" or "postmaster";
    }

    // No answer from a process that has ended meanwhile, or that belongs to somebody else (then it is not on our folder either).
    private static string? WorkingDirectoryOf(int processId)
    {
        try
        {
            return new FileInfo($"/proc/{processId}/cwd").LinkTarget;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string RealPath(string path)
    {
        var parent = Path.GetDirectoryName(path);
        if (parent is null)
        {
            return path;
        }

        var here = Path.Combine(RealPath(parent), Path.GetFileName(path));
        return new DirectoryInfo(here).ResolveLinkTarget(returnFinalTarget: true) is { } target ? RealPath(target.FullName) : here;
    }

    private static string? NameOf(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.HasExited ? null : process.ProcessName;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }
}
