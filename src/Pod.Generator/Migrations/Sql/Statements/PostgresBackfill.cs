using Pod.Generator.Migrations.Operations;
using Pod.Schema.Sql;

namespace Pod.Generator.Migrations.Sql.Statements;

/// <summary>The UPDATE of a backfill.</summary>
internal static class PostgresBackfill
{
    // Long enough to be quick, short enough not to hold up those who wait for a row.
    private const string BatchSize = "10000";

    // A table cannot be altered while deferred keys of its new rows wait for the commit.
    private const string CheckKeys = "SET CONSTRAINTS ALL IMMEDIATE;";

    public static string Of(BackfillOperation backfill)
    {
        var (table, column) = (PostgresIdentifier.Quote(backfill.Table), PostgresIdentifier.Quote(backfill.Column));
        return backfill.Scope switch
        {
            BackfillScope.Changed => $"UPDATE {table} SET {column} = {backfill.Expression} WHERE ({column})::text IS DISTINCT FROM ({backfill.Expression})::text;\n{CheckKeys}",
            BackfillScope.Batches => Batches(table, column, backfill.Expression),
            _ => $"UPDATE {table} SET {column} = ({backfill.Expression}) WHERE {column} IS NULL;\n{CheckKeys}",
        };
    }

    // Each batch is committed by itself, and rows that have a value are left alone, so this can stop and begin again anywhere.
    private static string Batches(string table, string column, string expression) =>
        $"""
        DO $pod$
        DECLARE
            pod_start {table}."id"%TYPE;
            pod_next {table}."id"%TYPE;
        BEGIN
            SELECT "id" INTO pod_start FROM {table} ORDER BY "id" LIMIT 1;
            WHILE pod_start IS NOT NULL LOOP
                SELECT "id" INTO pod_next FROM {table} WHERE "id" >= pod_start ORDER BY "id" OFFSET {BatchSize} LIMIT 1;
                IF pod_next IS NULL THEN
                    UPDATE {table} SET {column} = {expression} WHERE "id" >= pod_start AND {column} IS NULL;
                ELSE
                    UPDATE {table} SET {column} = {expression} WHERE "id" >= pod_start AND "id" < pod_next AND {column} IS NULL;
                END IF;
                COMMIT;
                pod_start := pod_next;
            END LOOP;
        END $pod$;
        """.ReplaceLineEndings("\n");
}
