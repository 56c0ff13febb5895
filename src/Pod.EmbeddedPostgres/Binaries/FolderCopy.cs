namespace Pod.EmbeddedPostgres.Binaries;

/// <summary>Copies a folder with its links as links; everybody may read the copy.</summary>
internal static class FolderCopy
{
    public static void Copy(string source, string target)
    {
        Directory.CreateDirectory(target);
        Open(target, isProgram: true);
        foreach (var entry in new DirectoryInfo(source).EnumerateFileSystemInfos())
        {
            var copy = Path.Combine(target, entry.Name);
            if (entry.LinkTarget is { } link)
            {
                File.CreateSymbolicLink(copy, link);
            }
            else if (entry is DirectoryInfo folder)
            {
                Copy(folder.FullName, copy);
            }
            else
            {
                File.Copy(entry.FullName, copy);
                Open(copy, !OperatingSystem.IsWindows() && entry.UnixFileMode.HasFlag(UnixFileMode.UserExecute));
            }
        }
    }

    private static void Open(string path, bool isProgram)
    {
        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode read = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
            const UnixFileMode execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
            File.SetUnixFileMode(path, isProgram ? read | execute : read);
        }
    }
}
