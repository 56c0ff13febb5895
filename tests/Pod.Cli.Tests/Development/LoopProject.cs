namespace Pod.Cli.Tests.Development;

/// <summary>A project that builds, with a first migration and an endpoint to edit.</summary>
internal static class LoopProject
{
    public const string Endpoint = "My.App.Server/NoteEndpoint.cs";
    public const string Model = "My.App.Server/Models/note.pod.yaml";

    public static async Task<SampleProject> CreateAsync()
    {
        var project = BuildableProject.Create();
        project.Write(Endpoint, EndpointThatSays("one"));
        var migration = await project.PodProcessAsync("create-migration", "--project", "My.App.Server");
        Assert.True(migration.ExitCode == 0, migration.All);
        return project;
    }

    public static string EndpointThatSays(string text) => $$"""
        namespace My.App.Server;

        public class NoteEndpoint : Endpoint
        {
            public override bool RequireLogin => false;

            public Task<string> Hello(Session session) => Task.FromResult("{{text}}");

            public async Task<long> Add(Session session, string text) => (await Note.Db.InsertRowAsync(session, new Note { Text = text })).Id;

            public async Task<long> Count(Session session) => await Note.Db.CountAsync(session);
        }
        """;

    /// <summary>The processes whose command line mentions the project: its server, its builds, its PostgreSQL.</summary>
    public static IReadOnlyList<string> ProcessesOf(SampleProject project) =>
    [
        .. Directory.EnumerateDirectories("/proc").Where(static process => char.IsAsciiDigit(Path.GetFileName(process)[0]))
            .Select(ReadCommandLine).Where(line => line.Contains(project.Root, StringComparison.Ordinal)),
    ];

    private static string ReadCommandLine(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ');
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
