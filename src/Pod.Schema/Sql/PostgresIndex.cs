using System.Globalization;

namespace Pod.Schema.Sql;

/// <summary>The CREATE INDEX of an index.</summary>
internal static class PostgresIndex
{
    public static string Create(string table, IndexSchema index, bool ifNotExists) => Create(table, index, ifNotExists ? "IF NOT EXISTS " : "");

    // A build that failed leaves an invalid index behind, and one that was not recorded a valid one.
    public static string CreateConcurrently(string table, IndexSchema index) =>
        $"DROP INDEX CONCURRENTLY IF EXISTS {PostgresIdentifier.Quote(index.Name)};\n{Create(table, index, "CONCURRENTLY ")}";

    private static string Create(string table, IndexSchema index, string manner)
    {
        var unique = index.Unique ? "UNIQUE " : "";
        var parameters = index.Parameters.Count == 0
            ? ""
            : $" WITH ({string.Join(", ", index.Parameters.Select(static parameter => string.Create(CultureInfo.InvariantCulture, $"{parameter.Name} = {parameter.Value}")))})";
        var nulls = index.NullsDistinct ? "" : " NULLS NOT DISTINCT";
        var where = index.Where is null ? "" : $" WHERE ({index.Where})";
        return $"CREATE {unique}INDEX {manner}{PostgresIdentifier.Quote(index.Name)} ON {PostgresIdentifier.Quote(table)} USING {Body(index)}{nulls}{parameters}{where};";
    }

    private static string Body(IndexSchema index) => index.Type == IndexSchema.FullText
        ? $"gin (({string.Join(" || ", index.Columns.Select((column, position) => Words(index, column, position)))}))"
        : $"{index.Type} ({string.Join(", ", index.Columns.Select(column => Element(index, column)))})";

    private static string Element(IndexSchema index, string column) =>
        PostgresIdentifier.Quote(column) + (index.OperatorClass is { } operatorClass ? " " + operatorClass : "");

    // The explicit type makes the configuration part of the expression; an index takes nothing that a setting could change.
    private static string Words(IndexSchema index, string column, int position)
    {
        var words = $"to_tsvector('{index.Language}'::regconfig, coalesce({PostgresIdentifier.Quote(column)}, ''))";
        return position < index.Weights.Count ? $"setweight({words}, '{index.Weights[position]}')" : words;
    }
}
