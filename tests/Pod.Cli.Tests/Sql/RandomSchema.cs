using Pod.Schema;

namespace Pod.Cli.Tests.Sql;

/// <summary>Small random schemas over few names, so that two of them have much in common.</summary>
internal static class RandomSchema
{
    private static readonly string[] Tables = ["apple", "Pear", "plum"];
    private static readonly string[] Columns = ["a", "b", "Mixed", "d e"];
    private static readonly string[] Numbers = ["smallint", "integer", "bigint", "real", "double precision", "numeric", "numeric(12,2)"];
    private static readonly string[] Others = ["text", "uuid", "date", "interval", "boolean", "jsonb", "json", "timestamptz"];

    public static DatabaseSchema Make(Random random) => Make([.. Tables.Where(_ => random.Next(4) > 0)], random);

    /// <summary>Makes a schema with every table.</summary>
    public static DatabaseSchema MakeWhole(Random random) => Make([.. Tables], random);

    private static DatabaseSchema Make(List<string> names, Random random)
    {
        names.Sort(StringComparer.Ordinal);
        return new DatabaseSchema("sample", names.Select(name => Table(name, names, random)).ToValueList(), []);
    }

    /// <summary>Gives a value that a column of one type can hold and that survives the cast to another.</summary>
    public static string Value(string type, string? next) => type switch
    {
        "text" => next is "uuid" ? "'6f1c1a52-0d5e-4b7a-9f0e-1c1d2e3f4a5b'" : next is "date" ? "'2026-01-02'" : next is "interval" ? "'1 day'" : "'1'",
        "uuid" => "'6f1c1a52-0d5e-4b7a-9f0e-1c1d2e3f4a5b'",
        "date" or "timestamptz" => "'2026-01-02'",
        "interval" => "'1 day'",
        "boolean" => "true",
        "json" or "jsonb" => "'1'",
        _ => "1",
    };

    private static TableSchema Table(string name, List<string> tables, Random random)
    {
        var keys = tables.Where(_ => random.Next(3) == 0).Select(target => ForeignKey(name, target, random)).ToList();
        var columns = Columns.Where(_ => random.Next(3) > 0).Select(column => Column(column, random))
            .Concat(keys.Select(key => new ColumnSchema(key.Columns[0], key.Columns[0], "bigint", random.Next(2) == 0, null, "long"))).ToList();
        var id = new ColumnSchema("id", "id", "bigint", Nullable: false, "serial", "long");
        return new TableSchema(
            name, name, "sample",
            [id, .. columns],
            keys.ToValueList(),
            [new IndexSchema($"{name}_pkey", "btree", ["id"], Unique: true, Primary: true), .. columns.Where(_ => random.Next(3) == 0).Where(static column => column.Type != "json").Select(column => Index(name, column, random))],
            columns.Where(_ => random.Next(4) == 0).Select(column => Check(name, column)).ToValueList());
    }

    private static ColumnSchema Column(string name, Random random)
    {
        var type = random.Next(2) == 0 ? Pick(Numbers, random) : Pick(Others, random);
        var literal = type switch { "integer" when random.Next(2) == 0 => "serial", "uuid" when random.Next(2) == 0 => "random", "timestamptz" => "now", "boolean" or "json" or "jsonb" => null, _ => Value(type, null) };
        return new ColumnSchema(name, name, type, random.Next(2) == 0, random.Next(3) == 0 ? literal : null, type);
    }

    private static ForeignKeySchema ForeignKey(string table, string target, Random random) => new(
        $"{table}_{target}Id_fk", [$"{target}Id"], target, ["id"], ReferentialAction.NoAction, (ReferentialAction)random.Next(3), (ConstraintTiming)random.Next(3));

    private static IndexSchema Index(string table, ColumnSchema column, Random random) => new(
        $"{table}_{column.Name}_idx", random.Next(3) == 0 && column.Type != "jsonb" ? "hash" : "btree", [column.Name], Unique: false, Primary: false)
    {
        Where = random.Next(4) == 0 ? $"\"{column.Name}\" IS NOT NULL" : null,
    };

    private static CheckSchema Check(string table, ColumnSchema column) =>
        new($"{table}_{column.Name}_check", Numbers.Contains(column.Type) ? $"\"{column.Name}\" > 0" : $"\"{column.Name}\" IS NOT NULL OR \"id\" > 0");

    private static string Pick(string[] items, Random random) => items[random.Next(items.Length)];
}
