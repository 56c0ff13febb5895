namespace Pod.Cli.Development.Changes;

/// <summary>Which files of a project a running server depends on.</summary>
internal static class SourceFilter
{
    private static readonly string[] IgnoredFolders = ["bin", "obj", "Generated", "node_modules", "wwwroot", "artifacts", "TestResults"];
    private static readonly string[] Extensions = [".cs", ".razor", ".cshtml", ".resx", ".sql", ".json", ".yaml", ".yml", ".spy", ".csproj", ".props", ".targets"];

    // Written by the generator, or by editors for themselves.
    private static readonly string[] IgnoredFiles = ["pod.contract.json", "launchSettings.json"];

    /// <param name="relative">The path relative to the project's folder.</param>
    public static bool IsSource(string relative)
    {
        var parts = relative.Split('/', '\\');
        return !parts.Any(static part => part.StartsWith('.') || IgnoredFolders.Contains(part, StringComparer.Ordinal))
            && !IgnoredFiles.Contains(parts[^1], StringComparer.Ordinal)
            && !relative.EndsWith("/module.json", StringComparison.Ordinal)
            && Extensions.Contains(Path.GetExtension(relative), StringComparer.OrdinalIgnoreCase);
    }
}
