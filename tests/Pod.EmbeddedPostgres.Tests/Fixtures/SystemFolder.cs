namespace Pod.EmbeddedPostgres.Tests.Fixtures;

/// <summary>Removes what a test made below the system's folder for root, and the folders above it when nothing else is in them.</summary>
internal static class SystemFolder
{
    private const string Top = "/var/lib/pod";

    public static void Remove(string path)
    {
        Assert.StartsWith(Top + "/", path, StringComparison.Ordinal);
        Directory.Delete(path, recursive: true);
        for (var parent = Path.GetDirectoryName(path)!; parent.StartsWith(Top, StringComparison.Ordinal); parent = Path.GetDirectoryName(parent)!)
        {
            if (Directory.EnumerateFileSystemEntries(parent).Any())
            {
                return;
            }

            Directory.Delete(parent);
        }
    }
}
