namespace Pod.Schema.Sql;

/// <summary>The SQL that makes a whole schema in an empty database.</summary>
internal static class PostgresSchema
{
    /// <summary>Gives the statements for the tables that migrations would make; others belong to somebody else.</summary>
    public static string Create(DatabaseSchema schema)
    {
        var tables = schema.Tables.Where(static table => table.Managed).ToList();
        var columns = tables.SelectMany(static table => table.Columns).ToList();
        var extensions = columns.Select(PostgresExtension.NeededBy)
            .Concat(tables.SelectMany(static table => table.Indexes).Select(PostgresExtension.NeededBy))
            .OfType<PostgresExtension>().Distinct();
        // Keys point at columns that an index makes unique, in tables before and behind.
        return string.Join('\n',
        [
            .. extensions.Select(static extension => extension.Sql),
            columns.Exists(UuidV7Function.IsNeededBy) ? UuidV7Function.Sql : "",
            .. tables.Select(static table => PostgresTable.Create(table, ifNotExists: false)),
            .. from table in tables from index in table.Indexes where !index.Primary select PostgresIndex.Create(table.Name, index, ifNotExists: false),
            .. from table in tables from key in table.ForeignKeys select PostgresConstraint.AddForeignKey(table.Name, key, notValid: false, ifNotExists: false),
            .. from table in tables from check in table.Checks select PostgresConstraint.AddCheck(table.Name, check, notValid: false, ifNotExists: false),
        ]);
    }
}
