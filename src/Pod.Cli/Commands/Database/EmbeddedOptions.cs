using System.CommandLine;
using Pod.Cli.Database;
using Pod.Cli.Projects;

namespace Pod.Cli.Commands.Database;

/// <summary>The options of commands about a project's private PostgreSQL: which project, and whose data.</summary>
internal sealed class EmbeddedOptions
{
    private readonly Option<string> _project = ProjectOption.Create();

    private readonly Option<string> _mode = new("--mode")
    {
        Description = "Whose data: Development or Test.",
        DefaultValueFactory = static _ => "Development",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_project);
        command.Options.Add(_mode);
    }

    public string ModeOf(ParseResult arguments) => arguments.GetValue(_mode)!;

    public ServerProject ProjectOf(ParseResult arguments) => ProjectOption.Locate(arguments, _project);

    /// <summary>Gets the folder with the data.</summary>
    public string FolderOf(ParseResult arguments) => ProjectDatabase.EmbeddedFolder(ProjectOf(arguments), ModeOf(arguments));
}
