using System.ComponentModel;
using System.Diagnostics;

namespace Pod.Cli.Development.Instance;

/// <summary>Tells a process from a later one with the same number.</summary>
internal sealed record ChildIdentity(int ProcessId, string Name, DateTimeOffset StartedAt)
{
    // Start times are computed from the machine's, which every process estimates for itself.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    /// <returns>Null when the process has ended already.</returns>
    public static ChildIdentity? Of(Process process)
    {
        try
        {
            return new ChildIdentity(process.Id, process.ProcessName, process.StartTime);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Finds the process if it still runs.</summary>
    public Process? Find()
    {
        try
        {
            var process = Process.GetProcessById(ProcessId);
            if (process.ProcessName == Name && (process.StartTime - StartedAt).Duration() < Tolerance)
            {
                return process;
            }

            process.Dispose();
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // It has ended.
        }

        return null;
    }
}
