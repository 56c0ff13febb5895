using Pod.Schema.Sql;

namespace Pod.Generator.Migrations.Sql.Guards;

/// <summary>Stops when rows meet a condition.</summary>
internal static class RowGuard
{
    /// <summary>Writes the guard.</summary>
    /// <param name="id">The diagnostic.</param>
    /// <param name="table">The table; its rows are called <c>pod_row</c>.</param>
    /// <param name="condition">What is true of an offending row.</param>
    /// <param name="fault">What offending rows do, for example <c>have no value in "title"</c>.</param>
    /// <param name="remedy">The way out.</param>
    public static string Of(string id, string table, string condition, string fault, string remedy) => Of(
        id, table, $"SELECT count(*), min(pod_row.\"id\"::text) INTO pod_rows, pod_example FROM {PostgresIdentifier.Quote(table)} AS pod_row WHERE {condition};", fault, remedy, "");

    /// <summary>Writes a guard around statements that set <c>pod_rows</c> and <c>pod_example</c>.</summary>
    public static string Of(string id, string table, string count, string fault, string remedy, string declarations)
    {
        var message = PostgresLiteral.Quote($"{id}: % rows of {Verbatim(PostgresIdentifier.Quote(table))} {Verbatim(fault)}, for example the one with the id %. {remedy}");
        return $"""
            DO $pod$
            DECLARE
                pod_rows bigint := 0;
                pod_example text;{declarations}
            BEGIN
                {count}
                IF pod_rows > 0 THEN
                    RAISE EXCEPTION {message}, pod_rows, pod_example;
                END IF;
            END $pod$;
            """.ReplaceLineEndings("\n");
    }

    // A percent sign stands for a value in the text of RAISE.
    private static string Verbatim(string text) => text.Replace("%", "%%", StringComparison.Ordinal);
}
