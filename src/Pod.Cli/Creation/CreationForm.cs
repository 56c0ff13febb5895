using System.CommandLine;
using Spectre.Console;

namespace Pod.Cli.Creation;

/// <summary>Asks for what a new application is to be, in a terminal.</summary>
/// <param name="console">The terminal.</param>
internal sealed class CreationForm(IAnsiConsole console)
{
    public Task<string> AskNameAsync(CancellationToken cancellationToken) =>
        new TextPrompt<string>("Name of the application:").Validate(Check).ShowAsync(console, cancellationToken);

    /// <summary>Asks which parts are wanted; all are, unless somebody says otherwise.</summary>
    public async Task<IReadOnlyCollection<Option<bool>>> AskPartsAsync(IReadOnlyCollection<Option<bool>> parts, CancellationToken cancellationToken)
    {
        var prompt = new MultiSelectionPrompt<Option<bool>>()
            .Title("What is in it?")
            .NotRequired()
            .UseConverter(static part => Markup.Escape(Describe(part)))
            .InstructionsText("[grey](space changes, enter goes on)[/]")
            .AddChoices(parts);
        foreach (var part in parts)
        {
            prompt.Select(part);
        }

        var wanted = await prompt.ShowAsync(console, cancellationToken);
        foreach (var part in parts)
        {
            console.MarkupLineInterpolated($"{(wanted.Contains(part) ? "+" : "-")} {Describe(part)}");
        }

        return wanted;
    }

    /// <summary>Asks for one of some values; the first one is the default.</summary>
    public async Task<string> AskOneAsync(string question, IReadOnlyCollection<string> values, CancellationToken cancellationToken)
    {
        var chosen = await new SelectionPrompt<string>().Title(question).AddChoices(values).ShowAsync(console, cancellationToken);
        console.MarkupLineInterpolated($"{question} {chosen}");
        return chosen;
    }

    private static string Describe(Option<bool> part) => $"{part.Name.TrimStart('-'),-8}  {part.Description}";

    private static ValidationResult Check(string name)
    {
        try
        {
            ApplicationName.Require(name);
            return ValidationResult.Success();
        }
        catch (CliException refused)
        {
            return ValidationResult.Error($"[red]{Markup.Escape(refused.Message)}[/]");
        }
    }
}
