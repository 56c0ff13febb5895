using Pod.Generator;
using Pod.Generator.Parsing;

namespace Pod.Cli.Projects.Inputs;

/// <summary>Reads a project from disk into the generator's input.</summary>
internal static class GenerationInputLoader
{
    private static readonly string[] IgnoredFolders = ["bin", "obj", "Generated", "node_modules", "wwwroot", "migrations"];

    public static GenerationInput Load(ServerProject project, BuildInput build, ProjectLayout layout, ReferenceFiles references) => new()
    {
        Module = layout.Module,
        ServerNamespace = build.RootNamespace,
        ClientNamespace = layout.ClientNamespace,
        ClientClass = layout.ClientClass,
        HasClientHosting = layout.HasClientHosting,
        ModelFiles = ReadModels(project),
        CSharpFiles = [.. ReadFiles(project, static path => path.EndsWith(".cs", StringComparison.Ordinal)), GlobalUsings(build)],
        References = references.Load(build.References),
    };

    /// <summary>Reads the model files alone, which needs no build.</summary>
    public static IReadOnlyList<SourceFile> ReadModels(ServerProject project) => ReadFiles(project, ModelFileName.IsModel);

    private static List<SourceFile> ReadFiles(ServerProject project, Func<string, bool> isWanted)
    {
        var files = new List<SourceFile>();
        foreach (var file in EnumerateFiles(project.Folder))
        {
            var relative = Path.GetRelativePath(project.Folder, file).Replace('\\', '/');
            if (isWanted(relative))
            {
                files.Add(new SourceFile(relative, File.ReadAllText(file)));
            }
        }

        return files;
    }

    private static IEnumerable<string> EnumerateFiles(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            yield return file;
        }

        foreach (var child in Directory.EnumerateDirectories(folder))
        {
            var name = Path.GetFileName(child);
            if (name.StartsWith('.') || IgnoredFolders.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                continue;
            }

            foreach (var file in EnumerateFiles(child))
            {
                yield return file;
            }
        }
    }

    private static SourceFile GlobalUsings(BuildInput build) =>
        new("GlobalUsings.g.cs", string.Join('\n', build.Usings.Select(static name => $"global using {name};")));
}
