using Pod.Generator.Migrations.Operations;

namespace Pod.Generator.Migrations.Sql;

/// <summary>An extension that a migration needs. Without it the migration stops before anything changed, and says how to get it.</summary>
/// <param name="Name">PostgreSQL's name of it.</param>
/// <param name="Package">Where it comes from.</param>
internal sealed record PostgresExtension(string Name, string Package)
{
    private static readonly PostgresExtension Vector =
        new("vector", "It is pgvector: install the package postgresql-<version>-pgvector, or use an image that has it.");

    // Plain values have no gist operators of their own.
    private static readonly PostgresExtension BtreeGist =
        new("btree_gist", "It comes with PostgreSQL; some systems put it into the package postgresql-contrib.");

    /// <summary>Gets the SQL that makes the extension available in the database.</summary>
    public string Sql =>
        $"""
        DO $$ BEGIN
            IF NOT EXISTS (SELECT FROM pg_available_extensions WHERE name = '{Name}') THEN
                RAISE EXCEPTION 'This migration needs the PostgreSQL extension "{Name}", which is not installed on the server. {Package}';
            END IF;
        END $$;
        CREATE EXTENSION IF NOT EXISTS {Name};

        """.ReplaceLineEndings("\n");

    /// <summary>Gives the operations that make the extensions which operations need, each once.</summary>
    public static IEnumerable<CreateExtensionOperation> NeededBy(IEnumerable<MigrationOperation> operations) =>
        operations.SelectMany(NeededBy).Distinct().Select(static extension => new CreateExtensionOperation(extension.Name));

    /// <summary>Finds an extension by PostgreSQL's name of it.</summary>
    public static PostgresExtension Of(string name) => name == Vector.Name ? Vector : BtreeGist;

    private static IEnumerable<PostgresExtension> NeededBy(MigrationOperation operation) => operation switch
    {
        CreateTableOperation create when create.Definition.Columns.Any(static column => IsVector(column.Type)) => [Vector],
        AddColumnOperation add when IsVector(add.Column.Type) => [Vector],
        CreateIndexOperation { Index.Type: "hnsw" or "ivfflat" } => [Vector],
        CreateIndexOperation { Index.Type: "gist" } => [BtreeGist],
        _ => [],
    };

    private static bool IsVector(string columnType) =>
        columnType.StartsWith("vector(", StringComparison.Ordinal)
        || columnType.StartsWith("halfvec(", StringComparison.Ordinal)
        || columnType.StartsWith("sparsevec(", StringComparison.Ordinal);
}
