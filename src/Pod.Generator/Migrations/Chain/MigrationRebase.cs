using System.Collections.Frozen;
using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Migrations.Operations;
using Pod.Schema;

namespace Pod.Generator.Migrations;

/// <summary>Which migrations of two branches stay, and one migration in the place of the others. It knows models and definitions, no SQL.</summary>
/// <param name="Head">The newest migration that stays; null when none does.</param>
/// <param name="Replaced">The migrations that go, oldest first.</param>
public sealed record MigrationRebase(MigrationEntry? Head, ValueList<MigrationEntry> Replaced)
{
    /// <summary>Decides which migrations stay: those of the other branch, or else those up to the head that was made first.</summary>
    /// <param name="chain">The migrations of both branches.</param>
    /// <param name="onto">The versions of the branch that stays; null when it is not known.</param>
    public static MigrationRebase Of(MigrationChain chain, IReadOnlyCollection<string>? onto)
    {
        ArgumentNullException.ThrowIfNull(chain);
        if (chain.Heads is [var only] && chain.PathTo(only).Count == chain.Entries.Count)
        {
            return new MigrationRebase(only, []);
        }

        var heads = onto is null ? chain.Heads : new MigrationChain(chain.Entries.Where(entry => onto.Contains(entry.Version))).Heads;

        // A branch whose beginning is gone can only be replaced.
        var head = heads.FirstOrDefault(candidate => chain.PathTo(candidate)[0].Manifest.Parent is null) ?? chain.Entries.LastOrDefault(static entry => entry.Manifest.Parent is null);
        var staying = head is null ? [] : chain.PathTo(head);
        return new MigrationRebase(head, chain.Entries.Where(entry => !staying.Contains(entry)).ToValueList());
    }

    /// <summary>Finds the way from the head that stays to the models.</summary>
    /// <param name="schema">The schema of the models.</param>
    /// <param name="renames">What the models say about former names.</param>
    /// <param name="options">What was decided about the new migration; what was decided about those that go counts as well.</param>
    /// <param name="keepsSql">Whether SQL that was written by hand is put to the end.</param>
    public MigrationPlan Plan(DatabaseSchema schema, SchemaRenames renames, MigrationOptions options, bool keepsSql)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(options);
        var backfills = Replaced.SelectMany(static entry => entry.Manifest.Backfills).GroupBy(static backfill => backfill.Key)
            .ToDictionary(static group => group.Key, static group => group.Last().Value, StringComparer.Ordinal);
        foreach (var (column, expression) in options.Backfills)
        {
            backfills[column] = expression;
        }

        var plan = SchemaDiffer.Compare(Head?.ReadSchema() ?? DatabaseSchema.Empty(schema.Module), schema, renames, options with
        {
            Backfills = backfills.ToFrozenDictionary(),
            TwoStep = options.TwoStep || Replaced.Any(static entry => entry.Manifest.Debts.Count > 0),
        });
        var edited = Replaced.Where(static entry => entry.IsEdited).ToList();
        return plan with
        {
            Operations = [.. plan.Operations, .. keepsSql ? edited.Select(static entry => new SqlOperation("", Keep(entry))) : []],
            Findings = [.. keepsSql ? [] : edited.Select(static entry => MigrationChainDiagnostics.EditedBeforeRebase(entry.Version)), .. plan.Findings],
        };
    }

    // Steps are numbered anew by whoever looks the text through.
    private static string Keep(MigrationEntry entry) =>
        $"-- From '{entry.Version}', edited by hand. Look it through and keep what is still needed.\n"
        + $"{entry.Sql.ReplaceLineEndings("\n").Replace("-- pod:step", "-- former step", StringComparison.Ordinal).TrimEnd()}";
}
