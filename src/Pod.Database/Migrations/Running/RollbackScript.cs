using System.Text.RegularExpressions;

namespace Pod.Database.Migrations;

/// <summary>The <c>rollback.sql</c> of a migration: steps like those of <c>migration.sql</c>, and marks of what they delete for good.</summary>
/// <param name="Migration">The migration that is taken back.</param>
/// <param name="Steps">The steps in order.</param>
/// <param name="Losses">The tables and columns whose values go.</param>
internal sealed partial record RollbackScript(MigrationFiles Migration, IReadOnlyList<MigrationStep> Steps, IReadOnlyList<(string Table, string? Column)> Losses)
{
    public const string FileName = "rollback.sql";

    /// <summary>How many steps an earlier rollback that stopped half-way has done.</summary>
    public int DoneSteps { get; init; }

    /// <summary>The tables and columns that come back without their values.</summary>
    public IReadOnlyList<(string Table, string? Column)> Emptied { get; init; } = [];

    /// <summary>Reads the script of a migration.</summary>
    /// <exception cref="MigrationException">POD3062: there is none, or only <c>migration.sql</c> was edited and nobody forces it.</exception>
    public static RollbackScript Read(MigrationFiles migration, bool isForced)
    {
        if (migration.ReadRollback() is not { } rollback)
        {
            throw new MigrationException($"POD3062: migration {migration.Version} has no {FileName}. Go forward instead: revert the models and create a migration.")
            {
                Version = migration.Version,
            };
        }

        if (migration.IsEdited && !rollback.IsEdited && !isForced)
        {
            throw new MigrationException(
                $"POD3062: the migration.sql of {migration.Version} was edited and its {FileName} was not, so it takes back something else. Edit it too, or repeat with --force.")
            {
                Version = migration.Version,
            };
        }

        return new RollbackScript(
            migration,
            MigrationScript.ParseFile(migration.Version, rollback.Sql),
            Marked("loses", rollback.Sql))
        {
            Emptied = Marked("empty", rollback.Sql),
        };
    }

    private static List<(string Table, string? Column)> Marked(string word, string sql) =>
    [
        .. Mark().Matches(sql).Where(match => match.Groups["word"].Value == word)
            .Select(static match => (match.Groups["table"].Value, match.Groups["column"] is { Success: true } column ? column.Value : null)),
    ];

    [GeneratedRegex(@"^--[ \t]*pod:(?<word>loses|empty)[ \t]+(?<table>[^\s.]+)(?:\.(?<column>[^\s.]+))?[ \t]*\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
