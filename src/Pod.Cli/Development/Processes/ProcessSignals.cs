using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Pod.Cli.Development.Processes;

/// <summary>Asks a process to end; .NET can only end it.</summary>
internal static partial class ProcessSignals
{
    private const int Terminate = 15;

    /// <returns>Whether it was asked: Windows has no signals.</returns>
    public static bool TryTerminate(Process process) => !OperatingSystem.IsWindows() && kill(process.Id, Terminate) == 0;

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int kill(int process, int signal);
}
