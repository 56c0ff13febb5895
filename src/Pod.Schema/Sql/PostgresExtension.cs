namespace Pod.Schema.Sql;

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

    /// <summary>Finds an extension by PostgreSQL's name of it.</summary>
    public static PostgresExtension Of(string name) => name == Vector.Name ? Vector : BtreeGist;

    /// <summary>Gives the extension that a column's type comes from; null for PostgreSQL's own types.</summary>
    public static PostgresExtension? NeededBy(ColumnSchema column) =>
        column.Type.StartsWith("vector(", StringComparison.Ordinal)
        || column.Type.StartsWith("halfvec(", StringComparison.Ordinal)
        || column.Type.StartsWith("sparsevec(", StringComparison.Ordinal)
            ? Vector
            : null;

    /// <summary>Gives the extension that an index's method or its operators come from; null for PostgreSQL's own.</summary>
    public static PostgresExtension? NeededBy(IndexSchema index) => index.Type switch
    {
        "hnsw" or "ivfflat" => Vector,
        "gist" => BtreeGist,
        _ => null,
    };
}
