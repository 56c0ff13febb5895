using Npgsql;
using Pod.Database.Migrations.Live;
using Pod.Schema;

namespace Pod.Database.Migrations.Integrity;

/// <summary>Holds a live schema against the expected one, with a fixed number of queries.</summary>
internal static class SchemaComparer
{
    public static async Task<SchemaComparison> CompareAsync(NpgsqlConnection connection, DatabaseSchema expected, CancellationToken cancellationToken)
    {
        var live = await CatalogueReader.ReadAsync(connection, cancellationToken).ConfigureAwait(false);
        var alignments = Align(expected, live, spelled: null);
        var doubtful = alignments.Where(static pair => pair.Value.IsInDoubt).Select(static pair => pair.Key).ToHashSet(StringComparer.Ordinal);
        if (doubtful.Count > 0)
        {
            var tables = expected.Tables.Where(table => doubtful.Contains(table.Name)).Select(table => (table, live.FindTable(table.Name)!));
            var spelled = await SpelledTables.ReadAsync(connection, tables, cancellationToken).ConfigureAwait(false);
            alignments = Align(expected, live, spelled);
        }

        return Compare(expected, live, alignments);
    }

    private static Dictionary<string, TableAlignment> Align(DatabaseSchema expected, LiveSchema live, LiveSchema? spelled)
    {
        var alignments = new Dictionary<string, TableAlignment>(StringComparer.Ordinal);
        foreach (var table in expected.Tables.Where(static table => table.Managed))
        {
            if (live.FindTable(table.Name) is { } found)
            {
                alignments.Add(table.Name, new TableAlignment(table, found, spelled?.FindTable(table.Name)));
            }
        }

        return alignments;
    }

    private static SchemaComparison Compare(DatabaseSchema expected, LiveSchema live, Dictionary<string, TableAlignment> alignments)
    {
        var differences = NeededExtension.Missing(expected, live.Extensions).ToList();
        foreach (var table in expected.Tables.Where(static table => table.Managed))
        {
            if (alignments.TryGetValue(table.Name, out var alignment))
            {
                differences.AddRange(alignment.Differences);
            }
            else
            {
                differences.Add(new SchemaDifference(
                    DifferenceWeight.Fatal, table.Name, "", $"a table with {table.Columns.Count} columns", SchemaDifference.Nothing));
            }
        }

        var unknown = live.Tables.Where(table => expected.FindTable(table.Name) is null).Select(table => table.ToSchema(live.Name)).ToList();
        differences.AddRange(unknown.Select(static table => new SchemaDifference(
            DifferenceWeight.Ignored, table.Name, "", SchemaDifference.Nothing, $"a table with {table.Columns.Count} columns")));
        return new SchemaComparison
        {
            Live = Schema(expected, alignments.Values.Select(static alignment => alignment.All).Concat(unknown)),
            Known = Schema(expected, alignments.Values.Select(static alignment => alignment.Known)),
            Differences = differences,
            Fingerprint = SchemaFingerprint.Of(live),
        };
    }

    private static DatabaseSchema Schema(DatabaseSchema expected, IEnumerable<TableSchema> tables)
        => expected with { Tables = tables.OrderBy(static table => table.Name, StringComparer.Ordinal).ToValueList() };
}
