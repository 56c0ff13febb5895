using System.Text.Json;

namespace Pod.EmbeddedPostgres.Binaries;

/// <summary>
/// npm packages cannot hold symbolic links, so the package lists those that its libraries need in <c>native/pg-symlinks.json</c>:
/// <c>[{"source":"native/lib/libpq.so.5.18","target":"native/lib/libpq.so.5"}, …]</c>, where the source is the file and the target the link.
/// </summary>
internal static class PackageLinks
{
    public static void Restore(string package)
    {
        var list = Path.Combine(package, "native", "pg-symlinks.json");
        if (!File.Exists(list))
        {
            return;
        }

        using var document = JsonDocument.Parse(File.ReadAllBytes(list));
        foreach (var entry in document.RootElement.EnumerateArray())
        {
            var file = Inside(package, entry.GetProperty("source").GetString()!);
            var link = Inside(package, entry.GetProperty("target").GetString()!);
            if (!File.Exists(link))
            {
                File.CreateSymbolicLink(link, Path.GetRelativePath(Path.GetDirectoryName(link)!, file));
            }
        }
    }

    private static string Inside(string package, string relative)
    {
        var path = Path.GetFullPath(relative, package);
        return path.StartsWith(Path.GetFullPath(package) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new EmbeddedPostgresException($"The package '{package}' lists the link '{relative}', which leads out of it. Do not use this package.");
    }
}
