using System.CommandLine;
using Pod.Cli.Output;
using Pod.Generator.Migrations;
using Pod.Generator.Migrations.Operations;

namespace Pod.Cli.Commands.Migrations;

/// <summary>The options by which somebody decides about a new migration; <c>create</c> and <c>rebase</c> have them.</summary>
internal sealed class MigrationChoices
{
    private readonly TagOption _tag = new("A word for the migration's name");
    private readonly ConsentOptions _consent = new();
    private readonly Option<string[]> _backfill = new("--backfill") { Description = "The value of rows that have none: <table>.<column>=<SQL>." };
    private readonly Option<bool> _twoStep = new("--two-step") { Description = "Adds new NOT NULL columns nullable now, and NOT NULL in the next migration." };
    private readonly Option<string[]> _recreate = new("--recreate") { Description = "A table that is dropped with its rows and made anew." };
    private readonly Option<bool> _online = new("--online") { Description = "Uses the forms that let others go on reading and writing." };
    private readonly Option<double> _lockTimeout = new("--lock-timeout") { Description = "Seconds that a step waits for a lock.", DefaultValueFactory = static _ => 5 };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _backfill, _twoStep, _recreate, _online, _lockTimeout })
        {
            command.Options.Add(option);
        }

        _tag.AddTo(command);
        _consent.AddTo(command);
    }

    public string? Tag(ParseResult arguments) => _tag.Of(arguments);

    public TimeSpan LockTimeout(ParseResult arguments) => TimeSpan.FromSeconds(arguments.GetValue(_lockTimeout));

    public bool Accepts(ParseResult arguments, CommandDiagnostic finding) => _consent.Accepts(arguments, finding.Id);

    public MigrationOptions Options(ParseResult arguments) => new()
    {
        Backfills = (arguments.GetValue(_backfill) ?? []).Select(ReadBackfill).ToDictionary(StringComparer.Ordinal),
        TwoStep = arguments.GetValue(_twoStep),
        Recreated = ConsentOptions.Words(arguments.GetValue(_recreate)).ToHashSet(StringComparer.Ordinal),
        Online = arguments.GetValue(_online),
    };

    /// <summary>Refuses what was said about columns and tables that do not need it, which is most likely a misspelt name.</summary>
    public static void RequireUse(MigrationOptions options, MigrationPlan plan)
    {
        var filled = plan.Operations.OfType<BackfillOperation>().Select(static backfill => $"{backfill.Table}.{backfill.Column}").ToHashSet(StringComparer.Ordinal);
        if (options.Backfills.Keys.FirstOrDefault(column => !filled.Contains(column)) is { } unused)
        {
            throw new CliException($"--backfill names '{unused}', which is no new NOT NULL column and does not become NOT NULL. Write <table>.<column> as in the database.");
        }

        if (options.Recreated.FirstOrDefault(table => !plan.Operations.Any(operation => operation is DropTableOperation && operation.Table == table)) is { } unknown)
        {
            throw new CliException($"--recreate names '{unknown}', which is no table of the newest migration. Write the table's name as in the database.");
        }
    }

    private static KeyValuePair<string, string> ReadBackfill(string text)
    {
        var parts = text.Split('=', 2);
        return parts.Length == 2 && parts[0].Contains('.', StringComparison.Ordinal) && parts[1].Trim().Length > 0
            ? KeyValuePair.Create(parts[0].Trim(), parts[1].Trim())
            : throw new CliException($"'{text}' is no value for --backfill. Write <table>.<column>=<SQL>, for example ticket.ownerId=\"(select min(id) from person)\".");
    }
}
