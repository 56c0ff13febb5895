using System.Diagnostics;
using Pod.EmbeddedPostgres.Accounts;
using Pod.EmbeddedPostgres.Supervision;

namespace Pod.EmbeddedPostgres.Tests.Fixtures;

/// <summary>What the tests ask the operating system.</summary>
internal static class Machine
{
    public static bool IsRoot => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    public static void Kill(int processId) => NativeMethods.Signal(processId, NativeMethods.SignalKill);

    /// <summary>Whether the process is there and not just waiting to be collected by its parent.</summary>
    public static bool Runs(int processId) => PostmasterProcess.Exists(processId) && StateOf(processId) is not "Z";

    /// <summary>The processes whose command line mentions a folder, which finds the server, its supervisor and anything they forgot.</summary>
    public static IReadOnlyList<int> ProcessesMentioning(string text)
    {
        var found = new List<int>();
        foreach (var process in Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)))
        {
            if (Read($"/proc/{process}/cmdline").Contains(text, StringComparison.Ordinal))
            {
                found.Add(int.Parse(process!, System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        found.Remove(Environment.ProcessId);
        return found;
    }

    public static int ParentOf(int processId) => int.Parse(
        Read($"/proc/{processId}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The session of a process: Ctrl+C in a terminal stays inside the terminal's session.</summary>
    public static string SessionOf(int processId) => Read($"/proc/{processId}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries)[3];

    public static string UserOf(int processId)
    {
        using var ps = Process.Start(new ProcessStartInfo("ps", ["-o", "user=", "-p", $"{processId}"]) { RedirectStandardOutput = true })!;
        return ps.StandardOutput.ReadToEnd().Trim();
    }

    private static string? StateOf(int processId) => Read($"/proc/{processId}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
