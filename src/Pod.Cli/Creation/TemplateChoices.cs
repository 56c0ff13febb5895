using System.CommandLine;

namespace Pod.Cli.Creation;

/// <summary>The options of the template <c>pod</c> as options of the command; what is not given is left to the template.</summary>
internal sealed class TemplateChoices
{
    private const string FeedOption = "--feed";

    private readonly Option<bool>[] _switches =
    [
        Switch("--database", "A PostgreSQL database: a first table, its migration, and a private server for development."),
        Switch("--redis", "Redis for caches and messages between servers."),
        Switch("--docker", "A Dockerfile and a compose file."),
        Switch("--github", "A workflow for GitHub Actions, and Dependabot."),
        Switch("--agents", "AGENTS.md: what coding agents should know."),
        Switch("--aspire", "An Aspire AppHost and service defaults."),
    ];

    private readonly Option<string> _web = new("--web", "-w") { Description = "A web app that calls the server: 'blazor' or 'none'." };
    private readonly Option<string> _feed = new(FeedOption) { Description = "A folder or URL where Pod's packages are, besides the usual sources." };

    public TemplateChoices() => _web.AcceptOnlyFromAmong("blazor", "none");

    public void AddTo(Command command)
    {
        foreach (var option in _switches)
        {
            command.Options.Add(option);
        }

        command.Options.Add(_web);
        command.Options.Add(_feed);
    }

    /// <summary>Gives the arguments of <c>dotnet new</c>.</summary>
    public IReadOnlyList<string> Arguments(ParseResult arguments)
    {
        List<string> given = [.. _switches.Where(option => IsGiven(arguments, option)).SelectMany(option => new[] { option.Name, arguments.GetValue(option) ? "true" : "false" })];
        if (arguments.GetValue(_web) is { } web)
        {
            given.AddRange([_web.Name, web]);
        }

        return arguments.GetValue(_feed) is { } feed ? [.. given, FeedOption, Directory.Exists(feed) ? Path.GetFullPath(feed) : feed] : given;
    }

    /// <summary>Gives the feed for the templates themselves, or null for the usual sources.</summary>
    public string? Feed(ParseResult arguments) => arguments.GetValue(_feed);

    private static Option<bool> Switch(string name, string description) => new(name) { Description = description, DefaultValueFactory = static _ => true };

    private static bool IsGiven(ParseResult arguments, Option option) => arguments.GetResult(option) is { Implicit: false };
}
