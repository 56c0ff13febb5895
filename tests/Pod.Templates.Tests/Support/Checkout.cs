namespace Pod.Templates.Tests.Support;

/// <summary>The repository that these tests run in.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    /// <summary>The tool as the build made it.</summary>
    public static string Tool => Path.Combine(Root, "src", "Pod.Cli", "bin", Configuration, "net10.0", "dotnet-pod.dll");

    /// <summary>The configuration of the build that made these tests: <c>…/bin/Debug/net10.0/</c>.</summary>
    public static string Configuration => Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)))!;

    private static string FindRoot()
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
