using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Pod.Testing.Databases;

/// <summary>
/// The process that a test database belongs to, kept as the database's comment. A number alone would not do: numbers of processes come again, and other
/// machines have their own.
/// </summary>
internal sealed record DatabaseOwner(string Machine, int ProcessId, long? StartedAt)
{
    // Linux tells when a process started by the time since the machine did, and two readings of that differ a little.
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(1);

    public static DatabaseOwner Current { get; } = Of(Process.GetCurrentProcess());

    /// <summary>Whether the process is known to have ended. That of another machine is not.</summary>
    public bool IsGone
    {
        get
        {
            if (Machine != Environment.MachineName)
            {
                return false;
            }

            try
            {
                using var process = Process.GetProcessById(ProcessId);
                return process.HasExited || (StartedAt is { } ticks && (process.StartTime - new DateTime(ticks, DateTimeKind.Local)).Duration() > Tolerance);
            }
            catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or Win32Exception)
            {
                return true;
            }
        }
    }

    public static DatabaseOwner? Parse(string? comment)
        => comment?.Split('|') is ["pod test", var machine, var process, var startedAt]
            && int.TryParse(process, CultureInfo.InvariantCulture, out var id)
            && long.TryParse(startedAt, CultureInfo.InvariantCulture, out var ticks)
            ? new DatabaseOwner(machine, id, ticks)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"pod test|{Machine}|{ProcessId}|{StartedAt}");

    private static DatabaseOwner Of(Process process)
    {
        using (process)
        {
            return new DatabaseOwner(Environment.MachineName, process.Id, process.StartTime.Ticks);
        }
    }
}
