namespace Pod.EmbeddedPostgres.Binaries;

/// <summary>The parts of the machine that the search depends on, so that a test can describe another machine.</summary>
internal sealed record SearchEnvironment
{
    public const string Variable = "POD_POSTGRES_BIN";

    /// <summary>The content of PATH.</summary>
    public required string Path { get; init; }

    /// <summary>The content of POD_POSTGRES_BIN.</summary>
    public string? BinariesVariable { get; init; }

    /// <summary>Patterns such as <c>/usr/lib/postgresql/*/bin</c>, where <c>*</c> stands for one folder.</summary>
    public required IReadOnlyList<string> InstallPatterns { get; init; }

    /// <summary>The npm client looked for in PATH.</summary>
    public string NpmClient { get; init; } = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    public static SearchEnvironment OfThisMachine() => new()
    {
        Path = Environment.GetEnvironmentVariable("PATH") ?? "",
        BinariesVariable = Environment.GetEnvironmentVariable(Variable),
        InstallPatterns = Binaries.InstallPatterns.OfThisSystem(),
    };

    public IEnumerable<string> PathFolders => Path.Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    public string? FindInPath(string program) =>
        PathFolders.Select(folder => System.IO.Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
