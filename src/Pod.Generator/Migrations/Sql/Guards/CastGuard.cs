using Pod.Generator.Migrations.Sql.Statements;
using Pod.Schema;
using Pod.Schema.Sql;

namespace Pod.Generator.Migrations.Sql.Guards;

/// <summary>Stops when values do not fit into another type.</summary>
internal static class CastGuard
{
    public static string Of(string table, ColumnSchema column)
    {
        var name = PostgresIdentifier.Quote(column.Name);
        var count = $"""
            FOR pod_row IN SELECT "id", {name} FROM {PostgresIdentifier.Quote(table)} WHERE {name} IS NOT NULL LOOP
                    BEGIN
                        PERFORM pod_row.{PostgresCast.Expression(column.Name, column.Type)};
                    EXCEPTION WHEN data_exception THEN
                        pod_rows := pod_rows + 1;
                        pod_example := coalesce(pod_example, pod_row."id"::text);
                    END;
                END LOOP;
            """;
        return RowGuard.Of("POD3007", table, count, $"have a value in {name} that is no {column.Type}", "Correct them first.", "\n    pod_row record;");
    }
}
