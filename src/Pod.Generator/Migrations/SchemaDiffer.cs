using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Migrations.Operations;
using Pod.Generator.Migrations.Renames;
using Pod.Generator.Migrations.Sql;
using Pod.Schema;

namespace Pod.Generator.Migrations;

/// <summary>Two schemas in, operations out.</summary>
public sealed class SchemaDiffer
{
    private readonly List<MigrationOperation> _releases = [];
    private readonly List<MigrationOperation> _drops = [];
    private readonly List<MigrationOperation> _changes = [];
    private readonly List<MigrationOperation> _checks = [];
    private readonly List<MigrationOperation> _indexes = [];
    private readonly List<MigrationOperation> _keys = [];
    private readonly List<MigrationFinding> _findings = [];

    private SchemaDiffer()
    {
    }

    /// <summary>Finds the way from one schema to another when nothing was renamed.</summary>
    /// <param name="from">The schema as it is.</param>
    /// <param name="to">The schema as it will be.</param>
    public static MigrationPlan Compare(DatabaseSchema from, DatabaseSchema to) => Compare(from, to, SchemaRenames.None);

    /// <summary>Finds the way from one schema to another.</summary>
    /// <param name="from">The schema as it is.</param>
    /// <param name="to">The schema as it will be.</param>
    /// <param name="renames">What the models say about former names.</param>
    public static MigrationPlan Compare(DatabaseSchema from, DatabaseSchema to, SchemaRenames renames)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(renames);
        var differ = new SchemaDiffer();
        var next = Managed(to, to);
        var renamer = new SchemaRenamer(next, renames);
        differ.CompareTables(renamer.Apply(Managed(from, to)), next, isTakenOver: table => from.FindTable(table.Name) is { Managed: false });
        differ._findings.AddRange(renamer.Findings);
        return new MigrationPlan(
            [.. renamer.Operations, .. differ._releases, .. differ._drops, .. differ._changes, .. differ._checks, .. differ._indexes, .. differ._keys],
            differ._findings.ToValueList());
    }

    // Tables that somebody else makes and changes take no part, and a table that becomes one of them is not gone but let go.
    private static DatabaseSchema Managed(DatabaseSchema schema, DatabaseSchema next) =>
        schema with { Tables = schema.Tables.Where(table => table.Managed && next.FindTable(table.Name) is not { Managed: false }).ToValueList() };

    private void CompareTables(DatabaseSchema from, DatabaseSchema to, Func<TableSchema, bool> isTakenOver)
    {
        var gone = from.Tables.Where(table => to.FindTable(table.Name) is null).ToList();
        foreach (var table in gone)
        {
            // Keys first, so that tables which point at each other can go in any order.
            _releases.AddRange(table.ForeignKeys.Select(key => new DropForeignKeyOperation(table.Name, key.Name)));
        }

        foreach (var table in to.Tables)
        {
            if (from.FindTable(table.Name) is { } existing)
            {
                CompareTable(existing, table);
            }
            else
            {
                Create(table, isTakenOver(table));
            }
        }

        foreach (var table in gone)
        {
            _drops.Add(new DropTableOperation(table.Name));
            _findings.Add(MigrationDiagnostics.TableDropped(table.Name));
        }
    }

    // Whoever looked after the table so far has made it in some databases and not in others.
    private void Create(TableSchema table, bool ifNotExists)
    {
        _changes.Add(new CreateTableOperation(table, ifNotExists));
        _checks.AddRange(table.Checks.Select(check => new AddCheckOperation(table.Name, check, ifNotExists)));
        _indexes.AddRange(table.Indexes.Where(static index => !index.Primary).Select(index => new CreateIndexOperation(table.Name, index, ifNotExists)));
        _keys.AddRange(table.ForeignKeys.Select(key => new AddForeignKeyOperation(table.Name, key, ifNotExists)));
    }

    private void CompareTable(TableSchema from, TableSchema to)
    {
        var recreated = CompareColumns(from, to);
        CompareChecks(from, to, recreated);
        CompareIndexes(from, to, recreated);
        CompareForeignKeys(from, to, recreated);
    }

    // Gives the columns that are dropped or made anew: what stands on them goes with them.
    private HashSet<string> CompareColumns(TableSchema from, TableSchema to)
    {
        var lost = new HashSet<string>(StringComparer.Ordinal);
        foreach (var column in from.Columns.Where(column => to.FindColumn(column.Name) is null))
        {
            lost.Add(column.Name);
            _drops.Add(new DropColumnOperation(from.Name, column.Name));
            _findings.Add(MigrationDiagnostics.ColumnDropped(from.Name, column.Name));
        }

        foreach (var column in to.Columns)
        {
            if (from.FindColumn(column.Name) is not { } existing)
            {
                Add(to.Name, column);
            }
            else if (existing.Type != column.Type && !TypeChange.IsWidening(existing.Type, column.Type))
            {
                lost.Add(column.Name);
                Recreate(to.Name, existing, column);
            }
            else if ((existing.Type, existing.Nullable, existing.Default) != (column.Type, column.Nullable, column.Default))
            {
                Alter(to.Name, existing, column);
            }
        }

        return lost;
    }

    private void Add(string table, ColumnSchema column)
    {
        _changes.Add(new AddColumnOperation(table, column));
        if (!column.Nullable && column.Default is null)
        {
            _findings.Add(MigrationDiagnostics.NotNullWithoutDefault(table, column.Name));
        }
    }

    private void Recreate(string table, ColumnSchema from, ColumnSchema to)
    {
        if (to.Name == "id")
        {
            _findings.Add(MigrationDiagnostics.IdTypeChanged(table, from.Type, to.Type));
            return;
        }

        _drops.Add(new DropColumnOperation(table, from.Name));
        _findings.Add(MigrationDiagnostics.ColumnRecreated(table, to.Name, from.Type, to.Type));
        Add(table, to);
    }

    private void Alter(string table, ColumnSchema from, ColumnSchema to)
    {
        _changes.Add(new AlterColumnOperation(table, from, to));
        if (from.Nullable && !to.Nullable)
        {
            _findings.Add(MigrationDiagnostics.NotNullSet(table, to.Name));
        }
    }

    private void CompareIndexes(TableSchema from, TableSchema to, HashSet<string> lost)
    {
        // With a column of its own an index goes by itself. A condition is let go of before its columns are.
        bool IsKept(IndexSchema index) => to.Indexes.Contains(index) && !Mentions(index.Where, lost);
        foreach (var index in from.Indexes.Where(index => !index.Primary && !index.Columns.Any(lost.Contains) && !IsKept(index)))
        {
            _releases.Add(new DropIndexOperation(from.Name, index.Name));
        }

        foreach (var index in to.Indexes.Where(index => !index.Primary && (!from.Indexes.Contains(index) || index.Columns.Any(lost.Contains) || Mentions(index.Where, lost))))
        {
            _indexes.Add(new CreateIndexOperation(to.Name, index, IfNotExists: false));
            if (index.Unique)
            {
                _findings.Add(MigrationDiagnostics.UniqueAdded(to.Name, index.Name));
            }
        }
    }

    private void CompareChecks(TableSchema from, TableSchema to, HashSet<string> lost)
    {
        foreach (var check in from.Checks.Where(check => !to.Checks.Contains(check) || Mentions(check.Expression, lost)))
        {
            _releases.Add(new DropCheckOperation(from.Name, check.Name));
        }

        foreach (var check in to.Checks.Where(check => !from.Checks.Contains(check) || Mentions(check.Expression, lost)))
        {
            _checks.Add(new AddCheckOperation(to.Name, check, IfNotExists: false));
            _findings.Add(MigrationDiagnostics.CheckAdded(to.Name, check.Name));
        }
    }

    // Columns stand quoted in conditions.
    private static bool Mentions(string? condition, HashSet<string> columns) =>
        condition is not null && columns.Any(column => condition.Contains(PostgresIdentifier.Quote(column), StringComparison.Ordinal));

    private void CompareForeignKeys(TableSchema from, TableSchema to, HashSet<string> lost)
    {
        foreach (var key in from.ForeignKeys.Where(key => !key.Columns.Any(lost.Contains) && !to.ForeignKeys.Contains(key)))
        {
            _releases.Add(new DropForeignKeyOperation(from.Name, key.Name));
        }

        foreach (var key in to.ForeignKeys.Where(key => !from.ForeignKeys.Contains(key) || key.Columns.Any(lost.Contains)))
        {
            _keys.Add(new AddForeignKeyOperation(to.Name, key, IfNotExists: false));
            if (from.FindColumn(key.Columns[0]) is not null && !lost.Contains(key.Columns[0]))
            {
                _findings.Add(MigrationDiagnostics.ForeignKeyAdded(to.Name, key.Columns[0], key.Table));
            }
        }
    }
}
