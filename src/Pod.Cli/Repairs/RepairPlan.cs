using Pod.Cli.Output;
using Pod.Database;
using Pod.Generator.Diagnostics;
using Pod.Generator.Migrations;
using Pod.Generator.Migrations.Sql;
using Pod.Schema;
using static Pod.Schema.Sql.PostgresIdentifier;

namespace Pod.Cli.Repairs;

/// <summary>
/// The way from a live schema to a migration's. What the comparison of two definitions would do by dropping is done here by converting: a repair
/// meets rows, and columns that somebody changed by hand.
/// </summary>
internal sealed class RepairPlan
{
    // Tables that Serverpod keeps for itself; they do no harm and may be needed by a server that still runs.
    private const string ServerpodPrefix = "serverpod_";

    private readonly List<string> _statements = [];
    private readonly List<CommandDiagnostic> _findings = [];
    private readonly MigrationPlan _rest;

    /// <summary>Makes a plan.</summary>
    /// <param name="comparison">The live schema, held against the target.</param>
    /// <param name="target">The schema that the database is to have.</param>
    /// <param name="dropsUnknown">Whether what the target does not know is dropped.</param>
    public RepairPlan(SchemaComparison comparison, DatabaseSchema target, bool dropsUnknown)
    {
        var live = dropsUnknown ? comparison.Live : comparison.Known;
        var prepared = live.Tables.Where(static table => !table.Name.StartsWith(ServerpodPrefix, StringComparison.Ordinal))
            .Select(table => target.FindTable(table.Name) is { Managed: true } wanted ? Prepare(table, wanted) : table).ToValueList();
        if (!dropsUnknown)
        {
            FreeUnknownColumns(comparison, target);
        }

        _rest = SchemaDiffer.Compare(live with { Tables = prepared, InstalledModules = target.InstalledModules }, target);
        _findings.AddRange(_rest.Findings.Select(CommandDiagnostic.Of));
    }

    /// <summary>Gets whether there is nothing to do.</summary>
    public bool IsEmpty => _statements.Count == 0 && _rest.Operations.Count == 0;

    /// <summary>Gets what needs consent or is impossible.</summary>
    public IReadOnlyList<CommandDiagnostic> Findings => _findings;

    /// <summary>Writes the text of the repair's file.</summary>
    public string Write(string name, string target, string fingerprint)
    {
        // The writer's first line is the title of a migration; a repair has its own.
        var operations = PostgresMigrationWriter.WriteMigration(name, _rest.Operations);
        var body = operations[(operations.IndexOf('\n', StringComparison.Ordinal) + 1)..].TrimStart('\n');
        var statements = string.Concat(_statements.Select(static statement => $"\n{statement}\n"));
        return RepairFile.Header(target, fingerprint) + statements + "\n" + body;
    }

    private TableSchema Prepare(TableSchema table, TableSchema wanted)
    {
        var columns = new List<ColumnSchema>();
        foreach (var column in table.Columns)
        {
            var next = wanted.FindColumn(column.Name);
            columns.Add(next is null ? column : Restore(table.Name, Convert(table.Name, column, next), next));
        }

        foreach (var missing in wanted.Columns.Where(column => table.FindColumn(column.Name) is null && column is { Nullable: false, Default: null } && column.Name != "id"))
        {
            if (FillValue.Of(missing) is { } value)
            {
                Add(table.Name, missing, value);
                columns.Add(missing);
            }
        }

        RestorePrimaryKey(table, wanted);
        return table with { Columns = columns.ToValueList() };
    }

    // Gives the column as it is after its values were converted.
    private ColumnSchema Convert(string table, ColumnSchema column, ColumnSchema wanted)
    {
        if (column.Type == wanted.Type || TypeConversion.Of(Quote(column.Name), column.Type, wanted.Type) is not { } conversion)
        {
            return column;
        }

        var alter = $"ALTER TABLE {Quote(table)} ALTER COLUMN {Quote(column.Name)}";
        if (column.Default is not null)
        {
            _statements.Add($"{alter} DROP DEFAULT;");
        }

        _statements.Add($"{alter} TYPE {wanted.Type} USING {conversion};");
        Warn("POD3007", $"column '{table}.{column.Name}' becomes {wanted.Type} from {column.Type}: its values are converted, which fails for those that do not fit.");
        return column with { Type = wanted.Type, Default = null };
    }

    // The sequence may be there still, or may have gone with the default.
    private ColumnSchema Restore(string table, ColumnSchema column, ColumnSchema wanted)
    {
        if (wanted.Default != "serial" || column.Default == "serial" || column.Type != wanted.Type)
        {
            return column;
        }

        var sequence = Quote($"{table}_{column.Name}_seq");
        var literal = PostgresLiteral.Quote(sequence);
        _statements.Add(
            $"""
            CREATE SEQUENCE IF NOT EXISTS {sequence};
            ALTER SEQUENCE {sequence} OWNED BY {Quote(table)}.{Quote(column.Name)};
            SELECT setval({literal}, greatest((SELECT max({Quote(column.Name)}) FROM {Quote(table)}), 1));
            ALTER TABLE {Quote(table)} ALTER COLUMN {Quote(column.Name)} SET DEFAULT nextval({literal});
            """.ReplaceLineEndings("\n"));
        return column with { Default = "serial" };
    }

    private void Add(string table, ColumnSchema column, string value)
    {
        _statements.Add($"ALTER TABLE {Quote(table)} ADD COLUMN {Quote(column.Name)} {column.Type} NOT NULL DEFAULT {value};");
        _statements.Add($"ALTER TABLE {Quote(table)} ALTER COLUMN {Quote(column.Name)} DROP DEFAULT;");
        Warn("POD3006", $"column '{table}.{column.Name}' is missing and accepts no NULL: existing rows get {value}. Edit the file to give them something better.");
    }

    private void RestorePrimaryKey(TableSchema table, TableSchema wanted)
    {
        var primary = wanted.Indexes.FirstOrDefault(static index => index.Primary);
        if (primary is not null && !table.Indexes.Any(static index => index.Primary) && primary.Columns.All(column => table.FindColumn(column) is not null))
        {
            _statements.Add($"ALTER TABLE {Quote(table.Name)} ADD CONSTRAINT {Quote(primary.Name)} PRIMARY KEY ({string.Join(", ", primary.Columns.Select(Quote))});");
            Warn("POD3005", $"the primary key of table '{table.Name}' is made anew, which fails if ids are there twice.");
        }
    }

    // Kept, but the code does not know that it would have to give them a value.
    private void FreeUnknownColumns(SchemaComparison comparison, DatabaseSchema target)
    {
        foreach (var wanted in target.Tables.Where(static table => table.Managed))
        {
            var unknown = comparison.Live.FindTable(wanted.Name)?.Columns.Where(column => wanted.FindColumn(column.Name) is null) ?? [];
            foreach (var column in unknown.Where(static column => column is { Nullable: false, Default: null }))
            {
                _statements.Add($"ALTER TABLE {Quote(wanted.Name)} ALTER COLUMN {Quote(column.Name)} DROP NOT NULL;");
            }
        }
    }

    private void Warn(string id, string message) => _findings.Add(new CommandDiagnostic(id, DiagnosticSeverity.Warning, message));
}
