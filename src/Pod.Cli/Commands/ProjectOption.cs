using System.CommandLine;
using Pod.Cli.Projects;

namespace Pod.Cli.Commands;

/// <summary>The option <c>--project</c>, which every command about a project has.</summary>
internal static class ProjectOption
{
    public static Option<string> Create() => new("--project", "-p")
    {
        Description = "The server project's folder or .csproj. Default: found from the current folder.",
    };

    /// <summary>Finds the server project that a command is about.</summary>
    /// <exception cref="CliException">There is none, or several.</exception>
    public static ServerProject Locate(ParseResult arguments, Option<string> option) =>
        ProjectLocator.Find(arguments.GetValue(option) ?? Directory.GetCurrentDirectory());
}
