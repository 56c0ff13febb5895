using System.Runtime.InteropServices;

namespace Pod.EmbeddedPostgres.Accounts;

/// <summary>The three calls of the C library that .NET has no method for.</summary>
internal static partial class NativeMethods
{
    public const int SignalInterrupt = 2;
    public const int SignalQuit = 3;
    public const int SignalKill = 9;

    private const int NoSuchProcess = 3;

    public static uint EffectiveUser => geteuid();

    /// <summary>Changes the owner of the entry itself, never of what a link points to.</summary>
    public static bool TryChangeOwner(string path, uint user, uint group) => lchown(path, user, group) == 0;

    public static void Signal(int process, int signal) => _ = kill(process, signal);

    /// <summary>Whether a process with this number exists, whoever owns it.</summary>
    public static bool Exists(int process) => kill(process, 0) == 0 || Marshal.GetLastPInvokeError() != NoSuchProcess;

    [LibraryImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint geteuid();

    [LibraryImport("libc", EntryPoint = "lchown", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int lchown(string path, uint user, uint group);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int kill(int process, int signal);
}
