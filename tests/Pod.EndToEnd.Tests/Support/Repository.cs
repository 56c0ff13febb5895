namespace Pod.EndToEnd.Tests.Support;

/// <summary>Finds what the build of this repository made.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string ChatServer { get; } = Path.Combine(Root, "samples", "Chat", "Chat.Server");

    public static string ChatServerProgram { get; } = Program("Chat.Server");

    public static string ChatConsoleProgram { get; } = Program("Chat.Console");

    // tests/Pod.EndToEnd.Tests/bin/Debug/net10.0 and samples/Chat/Chat.Server/bin/Debug/net10.0 end alike.
    private static string Program(string project)
    {
        var tests = Path.Combine(Root, "tests", typeof(Repository).Assembly.GetName().Name!);
        return Path.Combine(Root, "samples", "Chat", project, Path.GetRelativePath(tests, AppContext.BaseDirectory), project + ".dll");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Pod.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("These tests run inside a checkout of the repository.");
    }
}
