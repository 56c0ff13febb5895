namespace Pod.Cli.Projects.Inputs;

/// <summary>What only MSBuild knows about a project: written by the target <c>PodWriteInput</c>, one <c>key=value</c> per line.</summary>
/// <param name="RootNamespace">The project's root namespace.</param>
/// <param name="Usings">The implicit global usings, as they stand behind <c>global using</c>.</param>
/// <param name="References">The referenced assemblies.</param>
/// <param name="Modules">The manifests of the referenced modules.</param>
internal sealed record BuildInput(string RootNamespace, IReadOnlyList<string> Usings, IReadOnlyList<string> References, IReadOnlyList<string> Modules)
{
    public static BuildInput Read(string path)
    {
        var values = File.ReadAllLines(path)
            .Select(static line => line.Split('=', 2))
            .Where(static parts => parts.Length == 2)
            .ToLookup(static parts => parts[0], static parts => parts[1]);
        return new BuildInput(
            values["namespace"].FirstOrDefault() ?? throw new CliException($"'{path}' is damaged. Delete it and build again."),
            [.. values["using"]],
            [.. values["reference"].Where(File.Exists)],
            [.. values["module"].Where(File.Exists)]);
    }
}
