namespace Pod.Tests;

/// <summary>
/// New temporary folders that a private PostgreSQL can enter: it runs as another user when this one is root, and what .NET makes is closed to others.
/// </summary>
internal static class EnterableFolder
{
    /// <summary>Makes a folder, which is for the caller to delete, and gives its path.</summary>
    /// <param name="prefix">How its name begins.</param>
    public static string Create(string prefix)
    {
        var folder = Directory.CreateTempSubdirectory(prefix).FullName;
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        }

        return folder;
    }
}
