using Pod.Generator.Diagnostics.Descriptors;
using Pod.Generator.Migrations.Operations;
using Pod.Schema;
using Pod.Schema.Sql;

namespace Pod.Generator.Migrations.Renames;

/// <summary>
/// The first step from one schema to another: gives tables, columns and what is named after them their new names, so that the rest of the way
/// meets them under the names of the models.
/// </summary>
internal sealed class SchemaRenamer(DatabaseSchema to, SchemaRenames renames)
{
    private readonly List<MigrationOperation> _operations = [];
    private readonly List<MigrationFinding> _findings = [];

    public IReadOnlyList<MigrationOperation> Operations => _operations;

    public IReadOnlyList<MigrationFinding> Findings => _findings;

    /// <summary>Gives the schema as it is after the renames.</summary>
    public DatabaseSchema Apply(DatabaseSchema from)
    {
        var schema = RenameTables(from);
        foreach (var table in to.Tables)
        {
            if (schema.FindTable(table.Name) is { } existing)
            {
                schema = RenameColumns(schema, existing, table);
            }
        }

        return schema with { Tables = schema.Tables.Select(table => to.FindTable(table.Name) is { } next ? RenameRest(table, next) : table).ToValueList() };
    }

    private DatabaseSchema RenameTables(DatabaseSchema schema)
    {
        var first = schema;
        foreach (var group in renames.Tables.Where(rename => first.FindTable(rename.From) is not null && first.FindTable(rename.To) is null).GroupBy(static rename => rename.From))
        {
            var (old, name) = group.First();
            if (to.FindTable(old) is not null || group.Count() > 1)
            {
                _findings.Add(MigrationDiagnostics.ContradictoryRename(old, name));
                continue;
            }

            _operations.Add(new RenameTableOperation(old, name));
            var renamed = schema.FindTable(old)!;
            foreach (var column in renamed.Columns.Where(static column => column.Default == PostgresDefault.Serial))
            {
                RenameSequence(name, PostgresColumn.SequenceName(old, column), PostgresColumn.SequenceName(name, column));
            }

            schema = schema with
            {
                Tables = schema.Tables.Select(table => (table.Name == old ? table with { Name = name } : table) with
                {
                    ForeignKeys = table.ForeignKeys.Select(key => key.Table == old ? key with { Table = name } : key).ToValueList(),
                }).ToValueList(),
            };
        }

        return schema;
    }

    private DatabaseSchema RenameColumns(DatabaseSchema schema, TableSchema from, TableSchema next)
    {
        foreach (var column in next.Columns.Where(column => from.FindColumn(column.Name) is null))
        {
            var claims = renames.Fields.Where(rename => rename.Table == next.Name && rename.To == column.Field).Select(static rename => rename.From);
            var field = claims.FirstOrDefault(name => from.Columns.Any(existing => existing.Field == name)) ?? column.Field;
            if (from.Columns.FirstOrDefault(existing => existing.Field == field) is not { } old)
            {
                continue;
            }

            if (next.FindColumn(old.Name) is not null || next.Columns.Any(other => other != column && other.Field == field)
                || renames.Fields.Count(rename => rename.Table == next.Name && rename.From == field) > 1)
            {
                _findings.Add(MigrationDiagnostics.ContradictoryRename($"{from.Name}.{old.Name}", $"{from.Name}.{column.Name}"));
                continue;
            }

            _operations.Add(new RenameColumnOperation(from.Name, old.Name, column.Name));
            var renamed = old with { Name = column.Name, Field = column.Field };
            if (PostgresColumn.HasOwnSequence(old))
            {
                RenameSequence(from.Name, PostgresColumn.SequenceName(from.Name, old), PostgresColumn.SequenceName(from.Name, renamed));
            }

            from = ColumnReferences.Rename(from, old, renamed);
            schema = schema with { Tables = schema.Tables.Select(table => table.Name == from.Name ? from : table).ToValueList() };
        }

        return schema;
    }

    // What means the same and has another name: nothing has to be built anew.
    private TableSchema RenameRest(TableSchema table, TableSchema next)
    {
        var indexes = Match(
            table.Indexes, next.Indexes, static index => index.Name, static (index, name) => index with { Name = name },
            (old, name) => new RenameIndexOperation(table.Name, old, name));
        var keys = Match(
            table.ForeignKeys, next.ForeignKeys, static key => key.Name, static (key, name) => key with { Name = name },
            (old, name) => new RenameConstraintOperation(table.Name, old, name));
        var checks = Match(
            table.Checks, next.Checks, static check => check.Name, static (check, name) => check with { Name = name },
            (old, name) => new RenameConstraintOperation(table.Name, old, name));
        return table with { Indexes = indexes, ForeignKeys = keys, Checks = checks };
    }

    private ValueList<T> Match<T>(
        ValueList<T> items, ValueList<T> next, Func<T, string> nameOf, Func<T, string, T> withName, Func<string, string, MigrationOperation> rename)
    {
        var taken = items.Select(nameOf).ToHashSet(StringComparer.Ordinal);
        return items.Select(item =>
        {
            var name = nameOf(item);
            if (next.Any(other => nameOf(other) == name)
                || next.FirstOrDefault(other => !taken.Contains(nameOf(other)) && withName(item, nameOf(other))!.Equals(other)) is not { } other)
            {
                return item;
            }

            taken.Add(nameOf(other));
            _operations.Add(rename(name, nameOf(other)));
            return other;
        }).ToValueList();
    }

    private void RenameSequence(string table, string from, string to) => _operations.Add(new RenameSequenceOperation(table, from, to));
}
