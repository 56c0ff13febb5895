using Pod.Generator.Diagnostics;
using Pod.Generator.Migrations.Comparing;
using Pod.Generator.Migrations.Online;
using Pod.Generator.Migrations.Operations;
using Pod.Generator.Migrations.Renames;
using Pod.Schema;

namespace Pod.Generator.Migrations;

/// <summary>Two schemas in, operations out.</summary>
public static class SchemaDiffer
{
    /// <summary>Finds the way from one schema to another when nothing was renamed.</summary>
    /// <param name="from">The schema as it is.</param>
    /// <param name="to">The schema as it will be.</param>
    public static MigrationPlan Compare(DatabaseSchema from, DatabaseSchema to) => Compare(from, to, SchemaRenames.None, MigrationOptions.None);

    /// <summary>Finds the way from one schema to another.</summary>
    /// <param name="from">The schema as it is.</param>
    /// <param name="to">The schema as it will be.</param>
    /// <param name="renames">What the models say about former names.</param>
    public static MigrationPlan Compare(DatabaseSchema from, DatabaseSchema to, SchemaRenames renames) => Compare(from, to, renames, MigrationOptions.None);

    /// <summary>Finds the way from one schema to another.</summary>
    /// <param name="from">The schema as it is.</param>
    /// <param name="to">The schema as it will be.</param>
    /// <param name="renames">What the models say about former names.</param>
    /// <param name="options">What was decided about this migration.</param>
    public static MigrationPlan Compare(DatabaseSchema from, DatabaseSchema to, SchemaRenames renames, MigrationOptions options)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(renames);
        ArgumentNullException.ThrowIfNull(options);
        var draft = new MigrationDraft(options);
        var next = Managed(to, to);
        var renamer = new SchemaRenamer(next, renames);
        TableComparison.Compare(renamer.Apply(Managed(from, to)), next, table => from.FindTable(table.Name) is { Managed: false }, draft);
        EnumComparison.Compare(from, to, draft);
        ModuleComparison.Compare(from, to, draft);

        // The database has no use for another name of the same constraint; it follows when something else changes.
        var operations = draft.Arrange(renamer.Operations);
        if (operations.TrueForAll(static operation => operation is RenameConstraintOperation))
        {
            operations = [];
        }

        IEnumerable<MigrationFinding> findings = [.. draft.Findings, .. renamer.Findings, .. LockSafety.Find(operations, next, options.Online)];
        return new MigrationPlan(
            (options.Online ? OnlineForms.Of(operations, next) : operations).ToValueList(),
            findings.OrderByDescending(static finding => finding.IsError).ThenByDescending(static finding => finding.LosesData)
                .ThenByDescending(static finding => finding.NeedsConsent).ThenByDescending(static finding => finding.Descriptor.Severity == DiagnosticSeverity.Hint)
                .ToValueList())
        {
            Debts = draft.Debts.ToValueList(),
        };
    }

    // Tables that somebody else makes and changes take no part, and a table that becomes one of them is not gone but let go.
    private static DatabaseSchema Managed(DatabaseSchema schema, DatabaseSchema next) =>
        schema with { Tables = schema.Tables.Where(table => table.Managed && next.FindTable(table.Name) is not { Managed: false }).ToValueList() };
}
