using System.CommandLine;

namespace Pod.Cli.Output;

/// <summary>The options by which somebody accepts warnings: all of them, or those of some ids.</summary>
internal sealed class ConsentOptions
{
    private readonly Option<bool> _force = new("--force") { Description = "Accepts everything that would be deleted or might fail." };
    private readonly Option<string[]> _allow = new("--allow") { Description = "Accepts only these findings, for example POD3002,POD3005." };

    public void AddTo(Command command)
    {
        command.Options.Add(_force);
        command.Options.Add(_allow);
    }

    public bool IsForced(ParseResult arguments) => arguments.GetValue(_force);

    public bool Accepts(ParseResult arguments, string? id) => IsForced(arguments) || Words(arguments.GetValue(_allow)).Contains(id, StringComparer.OrdinalIgnoreCase);

    /// <summary>Gives the values of an option that takes several, or one text with commas.</summary>
    public static IEnumerable<string> Words(string[]? values) =>
        (values ?? []).SelectMany(static text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
