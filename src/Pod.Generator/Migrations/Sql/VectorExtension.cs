namespace Pod.Generator.Migrations.Sql;

/// <summary>The extension that vector columns need. Without it the migration stops before anything changed, and says how to get it.</summary>
internal static class VectorExtension
{
    public const string Sql =
        """
        DO $$ BEGIN
            IF NOT EXISTS (SELECT FROM pg_available_extensions WHERE name = 'vector') THEN
                RAISE EXCEPTION 'This migration needs the PostgreSQL extension "vector" (pgvector), which is not installed on the server. Install the package postgresql-<version>-pgvector, or use an image that has it.';
            END IF;
        END $$;
        CREATE EXTENSION IF NOT EXISTS vector;

        """;

    public static bool IsNeededBy(string columnType) =>
        columnType.StartsWith("vector(", StringComparison.Ordinal)
        || columnType.StartsWith("halfvec(", StringComparison.Ordinal)
        || columnType.StartsWith("sparsevec(", StringComparison.Ordinal);
}
