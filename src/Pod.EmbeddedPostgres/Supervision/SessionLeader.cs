namespace Pod.EmbeddedPostgres.Supervision;

/// <summary>
/// Puts the supervisor into a terminal session of its own: Ctrl+C reaches everything in the terminal's foreground group, and PostgreSQL would
/// shut down while its owner still needs it.
/// </summary>
internal static class SessionLeader
{
    private static readonly string[] Folders = ["/usr/bin", "/bin", "/usr/local/bin"];

    /// <summary>The command line that runs the given one in a new session; macOS has no <c>setsid</c> but has Perl.</summary>
    public static string[] Wrap(string[] commandLine)
    {
        if (Find("setsid") is { } setsid)
        {
            return [setsid, .. commandLine];
        }

        return Find("perl") is { } perl
            ? [perl, "-MPOSIX", "-e", "POSIX::setsid(); exec { $ARGV[0] } @ARGV or exit 127", .. commandLine]
            : commandLine;
    }

    private static string? Find(string program) =>
        Folders.Select(folder => $"{folder}/{program}").FirstOrDefault(File.Exists);
}
