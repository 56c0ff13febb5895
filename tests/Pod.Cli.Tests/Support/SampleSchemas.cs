using Pod.Schema;

namespace Pod.Cli.Tests.Support;

/// <summary>The schemas of the projects of this repository, from their generated code.</summary>
internal static class SampleSchemas
{
    private const string Fence = "\"\"\"\"";

    /// <summary>Reads what a project's server expects.</summary>
    /// <param name="project">The project's folder, relative to the repository.</param>
    public static DatabaseSchema Read(string project)
    {
        var text = File.ReadAllText(Path.Combine(Root(), project, "Generated", "ProtocolSchema.cs"));
        var start = text.IndexOf(Fence, StringComparison.Ordinal) + Fence.Length;
        return SchemaJsonReader.Read(text[start..text.IndexOf(Fence, start, StringComparison.Ordinal)]);
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Pod.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Pod.sln is in no folder above the test. Run the tests from a checkout.");
    }
}
