using Pod.Generator;

namespace Pod.Cli.Projects;

/// <summary>Finds the test project that <c>testToolsPath</c> points into.</summary>
internal static class TestToolsLocator
{
    /// <exception cref="CliException">The path is in no project.</exception>
    public static TestToolsFile? Find(ServerProject server, ProjectConfiguration configuration)
    {
        if (configuration.TestToolsPath is not { Length: > 0 } path)
        {
            return null;
        }

        for (var folder = Path.GetDirectoryName(Path.GetFullPath(Path.Combine(server.Folder, path))); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.csproj").FirstOrDefault() is { } project && path.EndsWith(".cs", StringComparison.Ordinal))
            {
                return new TestToolsFile(path.Replace('\\', '/'), Naming.Namespace(Path.GetFileNameWithoutExtension(project)));
            }
        }

        throw new CliException($"'testToolsPath' of {ProjectConfiguration.FileName} is '{path}', which is no C# file in a project. Write a path such as '../{server.Name}.Tests/Generated/TestTools.cs'.");
    }
}
