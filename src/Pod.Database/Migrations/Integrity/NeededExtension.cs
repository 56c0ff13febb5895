using Pod.Schema;

namespace Pod.Database.Migrations.Integrity;

/// <summary>An extension without which tables or indexes cannot be as they are expected.</summary>
internal sealed record NeededExtension(string Name, DifferenceWeight Weight, string Remedy)
{
    private static readonly string[] VectorTypes = ["vector(", "halfvec(", "sparsevec("];

    private static readonly NeededExtension Vector = new(
        "vector",
        DifferenceWeight.Fatal,
        "pgvector 0.7 or newer: install the package postgresql-<version>-pgvector or use the image pgvector/pgvector, then run 'CREATE EXTENSION vector'");

    private static readonly NeededExtension BtreeGist = new(
        "btree_gist",
        DifferenceWeight.Notable,
        "it comes with PostgreSQL, on some systems in the package postgresql-contrib; then run 'CREATE EXTENSION btree_gist'");

    /// <summary>Gives the differences for extensions that are needed and missing.</summary>
    public static IEnumerable<SchemaDifference> Missing(DatabaseSchema expected, IReadOnlySet<string> installed)
        => expected.Tables.Where(static table => table.Managed).SelectMany(Of).Distinct().Where(extension => !installed.Contains(extension.Name))
            .Select(static extension => new SchemaDifference(
                extension.Weight, "", $"extension '{extension.Name}'", $"the extension ({extension.Remedy})", SchemaDifference.Nothing));

    private static IEnumerable<NeededExtension> Of(TableSchema table)
    {
        if (table.Columns.Any(static column => Array.Exists(VectorTypes, type => column.Type.StartsWith(type, StringComparison.Ordinal)))
            || table.Indexes.Any(static index => index.Type is "hnsw" or "ivfflat"))
        {
            yield return Vector;
        }

        if (table.Indexes.Any(static index => index.Type == "gist"))
        {
            yield return BtreeGist;
        }
    }
}
