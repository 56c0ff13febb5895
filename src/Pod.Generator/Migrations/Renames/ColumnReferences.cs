using Pod.Schema;
using Pod.Schema.Sql;

namespace Pod.Generator.Migrations.Renames;

/// <summary>Where a table mentions its columns.</summary>
internal static class ColumnReferences
{
    /// <summary>Gives the table with another column in the place of one, in indexes, keys and conditions as well.</summary>
    public static TableSchema Rename(TableSchema table, ColumnSchema from, ColumnSchema to) => table with
    {
        Columns = table.Columns.Select(column => column == from ? to : column).ToValueList(),
        Indexes = table.Indexes.Select(index => index with { Columns = Rename(index.Columns, from, to), Where = Rename(index.Where, from, to) }).ToValueList(),
        ForeignKeys = table.ForeignKeys.Select(key => key with { Columns = Rename(key.Columns, from, to) }).ToValueList(),
        Checks = table.Checks.Select(check => check with { Expression = Rename(check.Expression, from, to)! }).ToValueList(),
    };

    private static ValueList<string> Rename(ValueList<string> columns, ColumnSchema from, ColumnSchema to) =>
        columns.Select(column => column == from.Name ? to.Name : column).ToValueList();

    // Columns stand quoted in conditions.
    private static string? Rename(string? condition, ColumnSchema from, ColumnSchema to) =>
        condition?.Replace(PostgresIdentifier.Quote(from.Name), PostgresIdentifier.Quote(to.Name), StringComparison.Ordinal);
}
