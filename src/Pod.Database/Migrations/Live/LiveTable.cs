using Pod.Schema;

namespace Pod.Database.Migrations.Live;

/// <summary>A table as the catalogue describes it; conditions are spelt as PostgreSQL spells them.</summary>
internal sealed class LiveTable(string name)
{
    public string Name { get; } = name;

    public List<LiveColumn> Columns { get; } = [];

    public List<LiveIndex> Indexes { get; } = [];

    public List<ForeignKeySchema> ForeignKeys { get; } = [];

    public List<CheckSchema> Checks { get; } = [];

    public LiveColumn? FindColumn(string column) => Columns.Find(candidate => candidate.Name == column);

    public TableSchema ToSchema(string schema) => new(
        Name,
        Model: "",
        Module: "",
        Columns.Select(ToSchema).ToValueList(),
        ForeignKeys.ToValueList(),
        Indexes.Select(static index => index.Schema).ToValueList(),
        Checks.ToValueList()) { Schema = schema };

    public static ColumnSchema ToSchema(LiveColumn column) => new(column.Name, column.Name, column.Type, column.IsNullable, column.Default, ClrType: "");
}
