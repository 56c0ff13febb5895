using Pod.Cli.Development.Changes;
using Pod.Cli.Development.Instance;
using Pod.Cli.Development.Output;
using Pod.Cli.Development.Processes;
using Pod.Cli.Projects;

namespace Pod.Cli.Tests.Development;

/// <summary>What a loop reads, writes and leaves alone on disk.</summary>
public sealed class LoopFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pod-loop-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Endpoints/NoteEndpoint.cs", true)]
    [InlineData("Models/note.pod.yaml", true)]
    [InlineData("migrations/20260101/migration.sql", true)]
    [InlineData("appsettings.Development.json", true)]
    [InlineData("App.Server.csproj", true)]
    [InlineData("Generated/Models/Note.cs", false)]
    [InlineData("obj/Debug/net10.0/App.AssemblyInfo.cs", false)]
    [InlineData("bin/Debug/net10.0/appsettings.json", false)]
    [InlineData(".pod/start.json", false)]
    [InlineData("pod.contract.json", false)]
    [InlineData("wwwroot/index.json", false)]
    [InlineData("notes.txt", false)]
    public void Only_sources_lead_to_a_pass(string path, bool isSource) => Assert.Equal(isSource, SourceFilter.IsSource(path));

    [Fact]
    public void Projects_that_are_referenced_are_watched_too()
    {
        Write("App.Server/App.Server.csproj", """<Project><ItemGroup><ProjectReference Include="..\App.Shared\App.Shared.csproj" /></ItemGroup></Project>""");
        Write("App.Shared/App.Shared.csproj", """<Project><ItemGroup><ProjectReference Include="../App.Server/App.Server.csproj" /></ItemGroup></Project>""");

        Assert.Equal(["App.Server", "App.Shared"], SourceFolders.Of(Path.Combine(_folder, "App.Server/App.Server.csproj")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_program_is_copied_only_when_the_build_made_another()
    {
        var instance = new InstanceFolder(new ServerProject(Path.Combine(_folder, "App.Server", "App.Server.csproj")), Name: null);
        var programs = new ProgramFolders(instance);
        Write("built/App.dll", "one");
        Write("built/old.dll", "old");

        var first = programs.Take(Path.Combine(_folder, "built"));
        var again = programs.Take(Path.Combine(_folder, "built"));
        Write("built/App.dll", "three");
        var second = programs.Take(Path.Combine(_folder, "built"));
        File.Delete(Path.Combine(_folder, "built", "old.dll"));
        var third = programs.Take(Path.Combine(_folder, "built"));

        Assert.Equal(first, again);
        Assert.NotEqual(first, second);
        Assert.Equal("three", File.ReadAllText(Path.Combine(second, "App.dll")));
        Assert.Equal(first, third);
        Assert.Equal(["App.dll"], Directory.GetFiles(third).Select(Path.GetFileName));
    }

    [Fact]
    public void A_launch_profile_is_read_as_dotnet_run_reads_it()
    {
        Write("Properties/launchSettings.json", """
            {
              // comments are allowed
              "profiles": {
                "IIS": { "commandName": "IISExpress", "applicationUrl": "http://localhost:1" },
                "App": { "commandName": "Project", "applicationUrl": "http://localhost:2", "environmentVariables": { "A": "1" } },
              }
            }
            """);

        var profile = LaunchProfile.Read(_folder);

        Assert.Equal("http://localhost:2", profile.Urls);
        Assert.Equal("1", profile.Environment["A"]);
        Assert.Null(LaunchProfile.Read(Path.Combine(_folder, "Properties")).Urls);
    }

    [Fact]
    public void A_socket_has_a_short_path_wherever_the_project_is()
    {
        var far = new InstanceFolder(new ServerProject(Path.Combine(_folder, new string('x', 120), "App.csproj")), Name: null);
        var other = far with { Project = new ServerProject(Path.Combine(_folder, new string('y', 120), "App.csproj")) };

        Assert.InRange(far.Socket.Length, 1, 100);
        Assert.NotEqual(far.Socket, other.Socket);
        Assert.EndsWith(Path.Combine(".pod", "start.sock"), new InstanceFolder(new ServerProject("/app/App.csproj"), Name: null).Socket, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lock_belongs_to_one()
    {
        var path = Path.Combine(_folder, "some", "start.lock");
        using (var first = FileLock.TryTake(path))
        {
            Assert.NotNull(first);
            Assert.Null(FileLock.TryTake(path));
        }

        using var next = FileLock.TryTake(path);
        Assert.NotNull(next);
    }

    [Fact]
    public void Text_of_programs_cannot_steer_the_terminal() =>
        Assert.Equal("red title done x", TerminalText.Line("\u001b[31mred\u001b[0m \u001b]0;evil\u0007title\tdone\u001bM\rx"));

    private void Write(string relative, string text)
    {
        var path = Path.Combine(_folder, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
