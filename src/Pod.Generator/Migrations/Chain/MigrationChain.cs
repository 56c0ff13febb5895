using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Migrations.Operations;
using Pod.Schema;

namespace Pod.Generator.Migrations;

/// <summary>The migrations of a project, each of which names the one before it.</summary>
public sealed class MigrationChain
{
    private readonly Dictionary<string, MigrationEntry> _byVersion;

    /// <summary>Makes a chain of migrations in any order.</summary>
    /// <param name="entries">The migrations.</param>
    public MigrationChain(IEnumerable<MigrationEntry> entries)
    {
        Entries = [.. entries.OrderBy(static entry => entry.Version, StringComparer.Ordinal)];
        _byVersion = Entries.ToDictionary(static entry => entry.Version, StringComparer.Ordinal);
    }

    /// <summary>Gets the migrations, oldest first.</summary>
    public IReadOnlyList<MigrationEntry> Entries { get; }

    /// <summary>Gets the migrations that no other one follows, oldest first; a whole chain has one.</summary>
    public IReadOnlyList<MigrationEntry> Heads =>
        [.. Entries.Where(entry => !Entries.Any(other => other.Manifest.Parent?.Version == entry.Version))];

    /// <summary>Finds what keeps the migrations from being one chain, or their files from being what they were.</summary>
    public IReadOnlyList<MigrationFinding> Check() => [.. CheckParents(), .. CheckVersions(), .. CheckFiles()];

    /// <summary>Finds lines and folders without each other.</summary>
    /// <param name="registry">The versions in the registry.</param>
    public IReadOnlyList<MigrationFinding> CheckRegistry(IReadOnlyCollection<string> registry) =>
    [
        .. Entries.Select(static entry => entry.Version).Except(registry, StringComparer.Ordinal).Select(MigrationChainDiagnostics.NotInRegistry),
        .. registry.Except(Entries.Select(static entry => entry.Version), StringComparer.Ordinal).Select(MigrationChainDiagnostics.WithoutFolder),
    ];

    /// <summary>Finds what the models ask for and no migration does.</summary>
    /// <param name="schema">The schema of the models.</param>
    /// <param name="renames">What the models say about former names.</param>
    /// <param name="debts">The columns, as <c>table.column</c>, that the next migration makes NOT NULL; that alone is no change of the models.</param>
    public MigrationFinding? CheckModels(DatabaseSchema schema, SchemaRenames renames, out ValueList<string> debts)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var newest = Heads is [.., var head] ? head : null;
        var plan = SchemaDiffer.Compare(newest?.ReadSchema() ?? DatabaseSchema.Empty(schema.Module), schema, renames);
        var open = newest?.Manifest.Debts ?? [];
        debts = plan.Operations.OfType<AlterColumnOperation>().Where(static alter => alter.SetsNotNull).Select(static alter => $"{alter.Table}.{alter.To.Name}")
            .Where(open.Contains).ToValueList();
        var changes = plan.Operations.Where(operation => !IsDebt(operation, open)).Select(Describe)
            .Concat(plan.Operations.Count == 0 ? plan.Findings.Select(static finding => finding.Message) : []).ToList();
        return changes.Count == 0 ? null : MigrationChainDiagnostics.ModelsChanged(changes);
    }

    /// <summary>Gives the migrations that lead to one, itself last.</summary>
    /// <param name="entry">The migration.</param>
    public IReadOnlyList<MigrationEntry> PathTo(MigrationEntry entry)
    {
        var path = new List<MigrationEntry>();
        for (var current = entry; current is not null && !path.Contains(current); current = ParentOf(current))
        {
            path.Insert(0, current);
        }

        return path;
    }

    private MigrationEntry? ParentOf(MigrationEntry entry) =>
        entry.Manifest.Parent is { } parent && _byVersion.GetValueOrDefault(parent.Version) is { } found && found.Manifest.DefinitionHash == parent.DefinitionHash ? found : null;

    private IEnumerable<MigrationFinding> CheckParents()
    {
        foreach (var siblings in Entries.GroupBy(static entry => entry.Manifest.Parent?.Version).Where(static group => group.Count() > 1))
        {
            yield return MigrationChainDiagnostics.TwoChildren(siblings.Key, siblings.Select(static entry => entry.Version));
        }

        foreach (var entry in Entries.Where(entry => entry.Manifest.Parent is not null && ParentOf(entry) is null))
        {
            yield return MigrationChainDiagnostics.MissingParent(entry.Version, entry.Manifest.Parent!.Version);
        }
    }

    // A version is its time; the tag is a name for people.
    private IEnumerable<MigrationFinding> CheckVersions() =>
        Entries.GroupBy(static entry => entry.Version.Split('-')[0]).Where(static group => group.Count() > 1)
            .Select(static group => MigrationChainDiagnostics.VersionTwice(group.First().Version, group.Last().Version));

    private IEnumerable<MigrationFinding> CheckFiles()
    {
        foreach (var entry in Entries)
        {
            if (entry.Manifest.Version != entry.Version)
            {
                yield return MigrationChainDiagnostics.HashDiffers(entry.Version, MigrationFiles.Manifest);
            }

            if (MigrationHash.Of(entry.Definition) != entry.Manifest.DefinitionHash)
            {
                yield return MigrationChainDiagnostics.HashDiffers(entry.Version, MigrationFiles.Definition);
            }

            if (entry.IsEdited)
            {
                yield return MigrationChainDiagnostics.SqlEdited(entry.Version);
            }
        }
    }

    private static bool IsDebt(MigrationOperation operation, ValueList<string> open) =>
        operation is AlterColumnOperation { SetsNotNull: true } alter && open.Contains($"{alter.Table}.{alter.To.Name}") && (alter.From with { Nullable = false }) == alter.To;

    private static string Describe(MigrationOperation operation) => operation switch
    {
        AddColumnOperation add => $"{operation.Name} {add.Table}.{add.Column.Name}",
        DropColumnOperation drop => $"{operation.Name} {drop.Table}.{drop.Column}",
        AlterColumnOperation alter => $"{operation.Name} {alter.Table}.{alter.To.Name}",
        RenameColumnOperation rename => $"{operation.Name} {rename.Table}.{rename.To}",
        CreateIndexOperation create => $"{operation.Name} {create.Index.Name}",
        _ => $"{operation.Name} {operation.Table}".TrimEnd(),
    };
}
