namespace Pod.Schema.Sql;

/// <summary>A column's part of a CREATE or ALTER TABLE.</summary>
internal static class PostgresColumn
{
    public static string Definition(string table, ColumnSchema column)
    {
        if (column.Name == "id")
        {
            var type = column switch
            {
                { Default: PostgresDefault.Serial, Type: "bigint" } => "bigserial",
                { Default: PostgresDefault.Serial } => "serial",
                { Default: not null } => $"{column.Type} DEFAULT {PostgresDefault.Of(table, column)}",
                _ => column.Type,
            };
            return $"\"id\" {type} PRIMARY KEY";
        }

        var notNull = column.Nullable ? "" : " NOT NULL";
        var defaultValue = column.Default is null ? "" : $" DEFAULT {PostgresDefault.Of(table, column)}";
        return $"{PostgresIdentifier.Quote(column.Name)} {column.Type}{notNull}{defaultValue}";
    }

    public static bool HasOwnSequence(ColumnSchema column) => column.Default == PostgresDefault.Serial && column.Name != "id";

    public static string SequenceName(string table, ColumnSchema column) => $"{table}_{column.Name}_seq";

    public static string CreateSequence(string table, ColumnSchema column, bool ifNotExists) =>
        $"CREATE SEQUENCE {(ifNotExists ? "IF NOT EXISTS " : "")}{PostgresIdentifier.Quote(SequenceName(table, column))};";

    public static string OwnSequence(string table, ColumnSchema column) =>
        $"ALTER SEQUENCE {PostgresIdentifier.Quote(SequenceName(table, column))} OWNED BY {PostgresIdentifier.Quote(table)}.{PostgresIdentifier.Quote(column.Name)};";
}
