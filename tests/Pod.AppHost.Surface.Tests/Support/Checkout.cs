namespace Pod.AppHost.Surface.Tests.Support;

/// <summary>Files of this repository.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    public static string ChatServer => PathOf("samples/Chat/Chat.Server/Chat.Server.csproj");

    /// <summary>The tool, as it was built for these tests.</summary>
    public static string Tool => Path.Combine(AppContext.BaseDirectory, "dotnet-pod.dll");

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>Runs the repository's own AppHost.</summary>
    public static RecordedApplication RunAppHost(params string[] args) => AppHostProgram.Run(
        PathOf("src/Pod.AppHost/AppHost.cs"), new Dictionary<string, string> { ["Chat_Server"] = ChatServer }, [], args);

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
