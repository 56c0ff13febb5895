namespace Pod.Database.Migrations.Live;

/// <summary>The queries that read a schema: always these four, whatever the number of tables. Lists come as JSON.</summary>
internal static class CatalogueQueries
{
    /// <summary>The namespace that unqualified names are created in.</summary>
    public const string CurrentNamespace = "(SELECT oid FROM pg_namespace WHERE nspname = current_schema())";

    /// <summary>The namespace of this connection's temporary tables.</summary>
    public const string TemporaryNamespace = "pg_my_temp_schema()";

    public const string Context = "SELECT current_schema()::text, to_json(ARRAY(SELECT extname::text FROM pg_extension))::text";

    private const string OwnTable =
        """
        c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> 'pod_migrations'
            AND NOT EXISTS (SELECT FROM pg_depend AS x WHERE x.classid = 'pg_class'::regclass AND x.objid = c.oid AND x.deptype = 'e')
        """;

    public static string Columns(string space) =>
        $"""
        SELECT c.relname::text, a.attname::text, format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid),
            a.attidentity <> '', a.attgenerated <> ''
        FROM pg_class AS c
        LEFT JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        LEFT JOIN pg_attrdef AS d ON d.adrelid = c.oid AND d.adnum = a.attnum
        WHERE c.relnamespace = {space} AND {OwnTable}
        ORDER BY c.relname, a.attnum
        """;

    // The column indnullsnotdistinct is there from PostgreSQL 15 on.
    public static string Indexes(string space) =>
        $"""
        SELECT c.relname::text, i.relname::text, m.amname::text, x.indisunique, x.indisprimary,
            coalesce((to_jsonb(x) ->> 'indnullsnotdistinct')::boolean, false), x.indisvalid,
            to_json(ARRAY(
                SELECT CASE WHEN k > x.indnkeyatts THEN 'INCLUDE ' ELSE '' END
                    || CASE WHEN x.indkey[k - 1] = 0 THEN pg_get_indexdef(x.indexrelid, k, false)
                        ELSE (SELECT a.attname::text FROM pg_attribute AS a WHERE a.attrelid = x.indrelid AND a.attnum = x.indkey[k - 1]) END
                    || CASE WHEN k > x.indnkeyatts THEN ''
                        ELSE (ARRAY['', ' DESC NULLS LAST', ' NULLS FIRST', ' DESC'])[(x.indoption[k - 1] & 3) + 1] END
                FROM generate_series(1, x.indnatts::integer) AS k ORDER BY k))::text,
            to_json(coalesce(i.reloptions, ARRAY[]::text[]))::text, pg_get_expr(x.indpred, x.indrelid), o.opcname::text, o.opcdefault
        FROM pg_index AS x
        JOIN pg_class AS c ON c.oid = x.indrelid
        JOIN pg_class AS i ON i.oid = x.indexrelid
        JOIN pg_am AS m ON m.oid = i.relam
        LEFT JOIN pg_opclass AS o ON o.oid = x.indclass[0]
        WHERE c.relnamespace = {space} AND {OwnTable}
        ORDER BY c.relname, NOT x.indisprimary, i.relname
        """;

    public static string Constraints(string space) =>
        $"""
        SELECT c.relname::text, k.conname::text, k.contype::text, k.condeferrable, k.condeferred, k.confupdtype::text, k.confdeltype::text,
            to_json(ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY AS n(number, position)
                JOIN pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = n.number ORDER BY n.position))::text,
            f.relname::text,
            to_json(ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY AS n(number, position)
                JOIN pg_attribute AS a ON a.attrelid = k.confrelid AND a.attnum = n.number ORDER BY n.position))::text,
            pg_get_expr(k.conbin, k.conrelid)
        FROM pg_constraint AS k
        JOIN pg_class AS c ON c.oid = k.conrelid
        LEFT JOIN pg_class AS f ON f.oid = k.confrelid
        WHERE c.relnamespace = {space} AND k.contype IN ('f', 'c') AND {OwnTable}
        ORDER BY c.relname, k.conname
        """;
}
