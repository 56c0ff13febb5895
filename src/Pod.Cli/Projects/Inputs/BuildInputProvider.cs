using Pod.Cli.Programs;

namespace Pod.Cli.Projects.Inputs;

/// <summary>Finds the file that MSBuild wrote about a project, and has it written when it is missing or older than the project.</summary>
internal static class BuildInputProvider
{
    private const string Target = "PodWriteInput";

    public static async Task<BuildInput> GetAsync(ServerProject project, CancellationToken cancellationToken)
    {
        var path = Path.Combine(project.Folder, "obj", "pod.input");
        if (!IsCurrent(path, project))
        {
            await RunMSBuildAsync(project, cancellationToken);
        }

        return File.Exists(path)
            ? BuildInput.Read(path)
            : throw new CliException($"'{project.ProjectFile}' does not import Pod's build targets. Reference the package Pod.Generator.");
    }

    private static bool IsCurrent(string path, ServerProject project)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        var written = File.GetLastWriteTimeUtc(path);
        var assets = Path.Combine(project.Folder, "obj", "project.assets.json");
        return new[] { project.ProjectFile, assets }.All(file => File.Exists(file) && File.GetLastWriteTimeUtc(file) <= written)
            && BuildInput.Read(path).References.Count > 0;
    }

    private static async Task RunMSBuildAsync(ServerProject project, CancellationToken cancellationToken)
    {
        string[] arguments = ["msbuild", project.ProjectFile, "-restore", $"-t:{Target}", "-v:q", "-nologo", "-nodeReuse:false"];
        var result = await ExternalProgram.RunDotNetAsync(project.Folder, arguments, cancellationToken);
        if (result.ExitCode != 0)
        {
            throw new CliException($"MSBuild could not read '{project.ProjectFile}':\n{result.All}");
        }
    }
}
