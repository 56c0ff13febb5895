namespace Pod.Cli.Tests.Support;

/// <summary>A server and a client project in a temporary folder, with one table and one endpoint.</summary>
internal sealed class SampleProject : IDisposable
{
    public const string Model = """
        class: Note
        table: note
        fields:
          text: string
        """;

    public const string Endpoint = """
        namespace My.App.Server;

        public class NoteEndpoint : Endpoint
        {
            public override bool RequireLogin => false;

            public Task<Note> Add(Session session, string text) => Note.Db.InsertRowAsync(session, new Note { Text = text });
        }
        """;

    private SampleProject(string root) => Root = root;

    public string Root { get; }

    public string Server => Path.Combine(Root, "My.App.Server");

    public string Client => Path.Combine(Root, "My.App.Client");

    public string MigrationsFolder => Path.Combine(Server, "migrations");

    /// <summary>Makes the project as a build would leave it: what only MSBuild knows is written down already.</summary>
    public static SampleProject Create()
    {
        var project = new SampleProject(EnterableFolder.Create("pod-cli-"));
        project.Write("My.App.Server/Models/note.pod.yaml", Model);
        project.Write("My.App.Server/NoteEndpoint.cs", Endpoint);
        project.Write("My.App.Server/Program.cs", """
            var builder = WebApplication.CreateBuilder(args);
            builder.AddPod<My.App.Server.Protocol>();
            builder.Build().MapPod();
            """);
        project.Write("My.App.Server/My.App.Server.csproj", """<Project Sdk="Microsoft.NET.Sdk.Web"><!-- references Pod.Runtime --></Project>""");
        project.Write("My.App.Client/My.App.Client.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
        project.Write("My.App.Server/obj/project.assets.json", "{}");
        project.Write("My.App.Server/obj/pod.input", BuildInput());
        return project;
    }

    public string PathOf(string relative) => Path.Combine(Root, relative);

    public void Write(string relative, string text)
    {
        var path = PathOf(relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public string Read(string relative) => File.ReadAllText(PathOf(relative));

    /// <summary>Runs a command of the tool in this process.</summary>
    public Task<CommandResult> PodAsync(params string[] arguments) => Tool.RunAsync(Root, arguments);

    /// <summary>Runs the tool as somebody would.</summary>
    public Task<CommandResult> PodProcessAsync(params string[] arguments) => Command.PodAsync(Root, arguments);

    /// <summary>Runs git as somebody without settings of their own.</summary>
    public Task<CommandResult> GitAsync(params string[] arguments) =>
        Command.RunAsync("git", Root, ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false", "-c", "core.autocrlf=false", .. arguments]);

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static string BuildInput()
    {
        string[] usings =
        [
            "System", "System.Collections.Generic", "System.Threading", "System.Threading.Tasks", "Pod.Database", "Pod.Protocol", "Pod.Runtime",
            "Endpoint = Pod.Runtime.Endpoint",
        ];
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return string.Join('\n', ["namespace=My.App.Server", .. usings.Select(static name => $"using={name}"), .. references.Select(static path => $"reference={path}")]);
    }
}
