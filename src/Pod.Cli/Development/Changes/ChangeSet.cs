namespace Pod.Cli.Development.Changes;

/// <summary>What a pass is about.</summary>
/// <param name="Paths">The files that were saved, created or deleted; empty when somebody asked for the pass.</param>
/// <param name="RestartsServer">Whether the server starts anew even if its program is the same.</param>
/// <param name="AppliesMigrations">Whether missing migrations are applied even with <c>--no-migrate</c>.</param>
internal sealed record ChangeSet(IReadOnlyCollection<string> Paths, bool RestartsServer = false, bool AppliesMigrations = false)
{
    /// <summary>The name that stands for changes that nobody saw.</summary>
    public const string Unknown = "unknown.csproj";

    private static readonly string[] ProjectExtensions = [".csproj", ".props", ".targets", ".config"];

    public static ChangeSet Everything { get; } = new([]);

    /// <summary>Gets whether packages or properties of a project may be others than before.</summary>
    public bool TouchesProjects => Paths.Count == 0 || Paths.Any(static path => ProjectExtensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase));

    /// <summary>Says whether sources of one folder alone are others than before.</summary>
    public bool IsWithin(string folder) =>
        !TouchesProjects && Paths.All(path => !Path.GetRelativePath(folder, path).StartsWith("..", StringComparison.Ordinal));
}
