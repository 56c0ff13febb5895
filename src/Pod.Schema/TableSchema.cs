namespace Pod.Schema;

/// <summary>One table.</summary>
/// <param name="Name">The table name.</param>
/// <param name="Model">The class that the rows are.</param>
/// <param name="Module">The module that owns the table.</param>
/// <param name="Columns">The columns, <c>id</c> first, then in declaration order.</param>
/// <param name="ForeignKeys">The foreign keys in declaration order.</param>
/// <param name="Indexes">The indexes, the primary key's first.</param>
/// <param name="Checks">The CHECK constraints.</param>
public sealed record TableSchema(
    string Name,
    string Model,
    string Module,
    ValueList<ColumnSchema> Columns,
    ValueList<ForeignKeySchema> ForeignKeys,
    ValueList<IndexSchema> Indexes,
    ValueList<CheckSchema> Checks)
{
    /// <summary>Gets the PostgreSQL schema that holds the table. Default: <c>public</c>.</summary>
    public string Schema { get; init; } = "public";

    /// <summary>Gets whether migrations own the table. Default: true.</summary>
    public bool Managed { get; init; } = true;

    /// <summary>Finds a column by its exact name.</summary>
    /// <param name="name">The column name.</param>
    /// <returns>The column, or null when there is none.</returns>
    public ColumnSchema? FindColumn(string name) => Columns.FirstOrDefault(column => column.Name == name);
}
