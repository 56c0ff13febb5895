namespace Pod.Schema.Sql;

/// <summary>Random Guids that grow with time: PostgreSQL's own from version 18 on, made here for those before.</summary>
internal static class UuidV7Function
{
    public const string Name = "pod_uuid_v7";

    public static bool IsNeededBy(ColumnSchema column) => column.Default == PostgresDefault.RandomV7;

    // Made here: 48 bits of milliseconds over a random version 4 UUID, then the version bits 0111.
    public const string Sql =
        """
        DO $do$
        BEGIN
            IF current_setting('server_version_num')::int >= 180000 THEN
                CREATE OR REPLACE FUNCTION pod_uuid_v7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS 'SELECT uuidv7()';
            ELSE
                CREATE OR REPLACE FUNCTION pod_uuid_v7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
                    SELECT encode(
                        set_bit(set_bit(
                            overlay(uuid_send(gen_random_uuid())
                                PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
                            52, 1), 53, 1), 'hex')::uuid
                $$;
            END IF;
        END
        $do$;

        """;
}
