namespace Pod.EmbeddedPostgres.Binaries;

/// <summary>Where the usual installers put PostgreSQL.</summary>
internal static class InstallPatterns
{
    public static string[] OfThisSystem()
    {
        if (OperatingSystem.IsWindows())
        {
            var programs = Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles);
            var user = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            return [$@"{programs}\PostgreSQL\*\bin", $@"{user}\scoop\apps\postgresql\current\bin"];
        }

        return OperatingSystem.IsMacOS()
            ? ["/opt/homebrew/opt/postgresql@*/bin", "/opt/homebrew/opt/postgresql/bin", "/usr/local/opt/postgresql@*/bin", "/usr/local/opt/postgresql/bin",
                "/Applications/Postgres.app/Contents/Versions/*/bin", "/Library/PostgreSQL/*/bin", "/opt/local/lib/postgresql*/bin"]
            : ["/usr/lib/postgresql/*/bin", "/usr/lib/postgresql*/bin", "/usr/libexec/postgresql*", "/usr/pgsql-*/bin", "/opt/postgresql/*/bin",
                "/usr/local/pgsql/bin", "/home/linuxbrew/.linuxbrew/opt/postgresql@*/bin"];
    }

    /// <summary>The folders a pattern stands for, newest version first.</summary>
    public static IEnumerable<string> Expand(string pattern)
    {
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        if (star < 0)
        {
            return Directory.Exists(pattern) ? [pattern] : [];
        }

        var start = pattern.LastIndexOfAny(['/', '\\'], star);
        var end = pattern.IndexOfAny(['/', '\\'], star);
        var parent = pattern[..start];
        var name = end < 0 ? pattern[(start + 1)..] : pattern[(start + 1)..end];
        var rest = end < 0 ? "" : pattern[(end + 1)..];
        return Directory.Exists(parent)
            ? Directory.EnumerateDirectories(parent, name).OrderByDescending(VersionOf).Select(folder => Path.Combine(folder, rest)).Where(Directory.Exists)
            : [];
    }

    // "16", "postgresql@16", "pgsql-9.6": the number at the end.
    private static decimal VersionOf(string folder)
    {
        var name = Path.GetFileName(folder);
        var digits = string.Concat(name.Reverse().TakeWhile(character => char.IsAsciiDigit(character) || character == '.').Reverse());
        return decimal.TryParse(digits, System.Globalization.CultureInfo.InvariantCulture, out var version) ? version : 0;
    }
}
