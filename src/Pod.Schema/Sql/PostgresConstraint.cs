namespace Pod.Schema.Sql;

/// <summary>Foreign keys and checks.</summary>
internal static class PostgresConstraint
{
    public static string AddForeignKey(string table, ForeignKeySchema key, bool notValid, bool ifNotExists) => Add(table, key.Name, ForeignKey(key), notValid, ifNotExists);

    public static string AddCheck(string table, CheckSchema check, bool notValid, bool ifNotExists) => Add(table, check.Name, $" CHECK ({check.Expression})", notValid, ifNotExists);

    public static string Drop(string table, string name) => $"ALTER TABLE {PostgresIdentifier.Quote(table)} DROP CONSTRAINT {PostgresIdentifier.Quote(name)};";

    public static string Validate(string table, string name) => $"ALTER TABLE {PostgresIdentifier.Quote(table)} VALIDATE CONSTRAINT {PostgresIdentifier.Quote(name)};";

    public static string Columns(IEnumerable<string> columns) => string.Join(", ", columns.Select(PostgresIdentifier.Quote));

    private static string Add(string table, string name, string definition, bool notValid, bool ifNotExists)
    {
        var add = $"ALTER TABLE {PostgresIdentifier.Quote(table)} ADD CONSTRAINT {PostgresIdentifier.Quote(name)}{definition}{(notValid ? " NOT VALID" : "")};";
        return !ifNotExists ? add : $"""
            DO $pod$ BEGIN
                IF NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = '{PostgresIdentifier.Quote(table)}'::regclass AND conname = '{name}') THEN
                    {add}
                END IF;
            END $pod$;
            """.ReplaceLineEndings("\n");
    }

    private static string ForeignKey(ForeignKeySchema key)
    {
        var timing = key.Deferrable switch
        {
            ConstraintTiming.InitiallyImmediate => " DEFERRABLE INITIALLY IMMEDIATE",
            ConstraintTiming.InitiallyDeferred => " DEFERRABLE INITIALLY DEFERRED",
            _ => "",
        };
        return $"\n    FOREIGN KEY ({Columns(key.Columns)}) REFERENCES {PostgresIdentifier.Quote(key.Table)} ({Columns(key.References)})"
            + $"\n    ON DELETE {Action(key.OnDelete)} ON UPDATE {Action(key.OnUpdate)}{timing}";
    }

    private static string Action(ReferentialAction action) => action switch
    {
        ReferentialAction.Restrict => "RESTRICT",
        ReferentialAction.Cascade => "CASCADE",
        ReferentialAction.SetNull => "SET NULL",
        ReferentialAction.SetDefault => "SET DEFAULT",
        _ => "NO ACTION",
    };
}
