using System.CommandLine;
using System.Text.RegularExpressions;

namespace Pod.Cli.Commands.Migrations;

/// <summary><c>--tag</c>: a word behind the time in the name of something new.</summary>
/// <param name="purpose">What it is for.</param>
internal sealed partial class TagOption(string purpose)
{
    private readonly Option<string> _tag = new("--tag") { Description = $"{purpose}: lower case letters, digits and '-'." };

    public void AddTo(Command command) => command.Options.Add(_tag);

    /// <summary>Reads the tag.</summary>
    /// <exception cref="CliException">It has other characters than tags may have.</exception>
    public string? Of(ParseResult arguments) => arguments.GetValue(_tag) is not { } tag || Pattern().IsMatch(tag)
        ? arguments.GetValue(_tag)
        : throw new CliException($"'{tag}' is no tag. Use lower case letters, digits and '-'.");

    [GeneratedRegex("^[a-z0-9-]+$")]
    private static partial Regex Pattern();
}
