namespace Pod.Testing.Hosting;

/// <summary>Finds the folder of the project under test, which has its migrations and configuration; the tests run somewhere below its neighbour.</summary>
internal static class ProjectFolder
{
    public static string Find(string project)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string[] candidates = [Path.Combine(folder.FullName, project), Path.Combine(folder.FullName, "src", project)];
            if (Array.Find(candidates, candidate => File.Exists(Path.Combine(candidate, project + ".csproj"))) is { } found)
            {
                return found;
            }
        }

        throw new PodTestStartException(
            $"The folder of the project '{project}' was not found beside any folder above '{AppContext.BaseDirectory}'. Say where it is: PodTestHostOptions.ContentRoot.");
    }
}
