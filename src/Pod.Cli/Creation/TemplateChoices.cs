using System.CommandLine;

namespace Pod.Cli.Creation;

/// <summary>The options of the template <c>pod</c> as options of the command; what is neither given nor asked for is left to the template.</summary>
internal sealed class TemplateChoices
{
    private const string FeedOption = "--feed";

    private static readonly string[] WebApps = ["blazor", "none"];

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

    public TemplateChoices() => _web.AcceptOnlyFromAmong(WebApps);

    public void AddTo(Command command)
    {
        foreach (var option in _switches)
        {
            command.Options.Add(option);
        }

        command.Options.Add(_web);
        command.Options.Add(_feed);
    }

    /// <summary>Gives the arguments of <c>dotnet new</c> that were given.</summary>
    public IReadOnlyList<string> Given(ParseResult arguments) =>
    [
        .. _switches.Where(option => IsGiven(arguments, option)).SelectMany(option => Argument(option, arguments.GetValue(option))),
        .. arguments.GetValue(_web) is { } web ? [_web.Name, web] : Array.Empty<string>(),
        .. arguments.GetValue(_feed) is { } feed ? [FeedOption, Directory.Exists(feed) ? Path.GetFullPath(feed) : feed] : Array.Empty<string>(),
    ];

    /// <summary>Asks for what was not given.</summary>
    /// <returns>The answers as arguments of <c>dotnet new</c>.</returns>
    public async Task<IReadOnlyList<string>> AskAsync(ParseResult arguments, CreationForm form, CancellationToken cancellationToken)
    {
        List<string> answers = [];
        if (_switches.Where(option => !IsGiven(arguments, option)).ToList() is { Count: > 0 } open)
        {
            var wanted = await form.AskPartsAsync(open, cancellationToken);
            answers.AddRange(open.SelectMany(option => Argument(option, wanted.Contains(option))));
        }

        if (!IsGiven(arguments, _web))
        {
            answers.AddRange([_web.Name, await form.AskOneAsync("Web app:", WebApps, cancellationToken)]);
        }

        return answers;
    }

    /// <summary>Gives the feed for the templates themselves, or null for the usual sources.</summary>
    public string? Feed(ParseResult arguments) => arguments.GetValue(_feed);

    private static Option<bool> Switch(string name, string description) => new(name) { Description = description, DefaultValueFactory = static _ => true };

    private static string[] Argument(Option<bool> option, bool value) => [option.Name, value ? "true" : "false"];

    private static bool IsGiven(ParseResult arguments, Option option) => arguments.GetResult(option) is { Implicit: false };
}
