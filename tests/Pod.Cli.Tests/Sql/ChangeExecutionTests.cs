using Pod.Generator.Migrations;
using Pod.Schema;

namespace Pod.Cli.Tests.Sql;

/// <summary>Every kind of change, executed on a database with rows in it: what comes out is what the models would make from nothing.</summary>
public sealed class ChangeExecutionTests(SqlServer server) : IClassFixture<SqlServer>
{
    private const string Before = """
        class: Pet
        table: pet
        fields:
          name: string
          size: int?
          tags: List<string>
          owner: Owner?, relation(optional)
        indexes:
          pet_name: {fields: name}
        checks:
          known: "{name} <> ''"
        """;

    private const string Owner = """
        class: Owner
        table: owner
        fields:
          title: string
        """;

    [Theory]
    [InlineData("  size: int?\n", "  size: int?\n  color: string?\n")]
    [InlineData("  size: int?\n", "  size: int?\n  color: string, default='it\\'s red'\n")]
    [InlineData("  size: int?\n", "  size: int?\n  key: Guid?, defaultPersist=random\n")]
    [InlineData("  size: int?\n", "  size: int?\n  key: Guid?, defaultPersist=random_v7\n")]
    [InlineData("  size: int?\n", "  size: int?\n  number: long?, defaultPersist=serial\n")]
    [InlineData("  size: int?\n", "")]
    [InlineData("size: int?", "size: int")]
    [InlineData("size: int?", "size: int?, defaultPersist=serial")]
    [InlineData("size: int?", "size: int, default=3")]
    [InlineData("size: int?", "size: long?")]
    [InlineData("size: int?", "size: short?")]
    [InlineData("size: int?", "size: decimal?")]
    [InlineData("size: int?", "size: double?, default=1.5")]
    [InlineData("size: int?", "size: DateTime?")]
    [InlineData("size: int?", "weight: long?, default=2, renamedFrom=size")]
    [InlineData("size: int?", "size: int?, column=weight")]
    [InlineData("name: string", "name: string?")]
    [InlineData("name: string", "name: string, unique")]
    [InlineData("tags: List<string>", "tags: List<string>, serializationDataType=json")]
    [InlineData("{fields: name}", "{fields: 'name, size', unique: true}")]
    [InlineData("{fields: name}", "{fields: name, where: '{size} > 0'}")]
    [InlineData("pet_name: {fields: name}", "pet_name: {fields: name}\n  pet_search: {fields: name, type: fulltext}")]
    [InlineData("pet_name: ", "pet_by_name: ")]
    [InlineData("relation(optional)", "relation(optional, onDelete=cascade, deferred)")]
    [InlineData("  owner: Owner?, relation(optional)\n", "")]
    [InlineData("  owner: Owner?, relation(optional)\n", "  owner: Owner?, relation(optional)\n  vet: Owner?, relation(optional)\n")]
    [InlineData("{name} <> ''", "length({name}) > 1")]
    [InlineData("checks:\n", "checks:\n  small: '{size} < 100'\n")]
    [InlineData("checks:\n  known: \"{name} <> ''\"", "")]
    [InlineData("table: pet", "table: animal\nrenamedFrom: pet")]
    [InlineData("table: pet", "table: animal")]
    public async Task A_changed_database_is_the_one_that_the_models_define_and_can_go_back(string old, string changed)
    {
        Assert.Contains(old, Before, StringComparison.Ordinal);
        var before = PostgresTests.Generate(Before, Owner).Schema;
        var result = PostgresTests.Generate(Before.Replace(old, changed, StringComparison.Ordinal), Owner);
        var plan = SchemaDiffer.Compare(before, result.Schema, SchemaRenames.Of(result.Project));
        await using var changing = await server.NewSchemaAsync();
        await using var fresh = await server.NewSchemaAsync();
        await changing.CreateAsync(before);
        await fresh.CreateAsync(result.Schema);
        var original = await changing.CatalogueAsync();
        await changing.ExecuteAsync("""INSERT INTO owner (title) VALUES ('Ann'); INSERT INTO pet (name, size, tags, "ownerId") VALUES ('Rex', 7, '["a"]', 1), ('Bo', 9, '[]', NULL)""");

        await changing.MigrateAsync(plan);
        var after = await changing.CatalogueAsync();
        await changing.RunAsync(MigrationFiles.Write("2", ("1", SchemaJsonWriter.Write(before)), plan, result.Schema)[MigrationFiles.Rollback]);

        Assert.DoesNotContain(plan.Findings, static finding => finding.IsError);
        Assert.Equal(await fresh.CatalogueAsync(), after);
        Assert.Equal(original, await changing.CatalogueAsync());
        Assert.Equal(["Ann"], await changing.ReadAsync("SELECT title FROM owner"));
        if (changed != "table: animal")
        {
            Assert.Equal(["Bo", "Rex"], await changing.ReadAsync("SELECT name FROM pet ORDER BY 1"));
        }
    }

    [Fact]
    public async Task A_sequence_starts_behind_the_largest_value()
    {
        await using var schema = await server.NewSchemaAsync();
        var before = PostgresTests.Generate(Before, Owner).Schema;
        await schema.CreateAsync(before);
        await schema.ExecuteAsync("INSERT INTO pet (name, size, tags) VALUES ('Rex', 41, '[]')");

        await schema.MigrateAsync(SchemaDiffer.Compare(before, Changed("size: int?", "size: int?, defaultPersist=serial")));
        await schema.ExecuteAsync("INSERT INTO pet (name, tags) VALUES ('Bo', '[]')");

        Assert.Equal(["41", "42"], await schema.ReadAsync("SELECT size FROM pet ORDER BY 1"));
    }

    [Theory]
    [InlineData("size: int?", "size: int", "POD3004: 2 rows of \"pet\" have no value in \"size\", for example the one with the id 1.")]
    [InlineData("size: int?", "size: int?\n  twice: bool, default=true, unique", "POD3005: 3 rows of \"pet\" have equal keys for the unique index \"pet")]
    [InlineData("name: string", "name: int", "POD3007: 2 rows of \"pet\" have a value in \"name\" that is no integer, for example the one with the id 1.")]
    [InlineData("{name} <> ''", "{name} <> 'Bo 100%'", "POD3010: 1 rows of \"pet\" do not fulfil the check \"pet_known_check\", for example the one with the id 2.")]
    public async Task What_cannot_be_done_stops_with_the_number_of_rows_and_one_of_them(string old, string changed, string message)
    {
        await using var schema = await server.NewSchemaAsync();
        var before = PostgresTests.Generate(Before, Owner).Schema;
        await schema.CreateAsync(before);
        await schema.ExecuteAsync("INSERT INTO pet (name, size, tags) VALUES ('Rex', NULL, '[]'), ('Bo 100%', NULL, '[]'), ('12', 3, '[]')");
        var original = await schema.CatalogueAsync();

        var stopped = await schema.FailAsync(SchemaDiffer.Compare(before, Changed(old, changed)));

        Assert.StartsWith(message, stopped, StringComparison.Ordinal);
        Assert.Equal(original, await schema.CatalogueAsync());
    }

    [Fact]
    public async Task A_key_that_points_at_nothing_stops_the_migration()
    {
        await using var schema = await server.NewSchemaAsync();
        var before = PostgresTests.Generate(Before.Replace("owner: Owner?, relation(optional)", "ownerId: long?", StringComparison.Ordinal), Owner).Schema;
        await schema.CreateAsync(before);
        await schema.ExecuteAsync("""INSERT INTO pet (name, tags, "ownerId") VALUES ('Rex', '[]', 8)""");

        var stopped = await schema.FailAsync(SchemaDiffer.Compare(before, PostgresTests.Generate(Before, Owner).Schema));

        Assert.StartsWith("POD3011: 1 rows of \"pet\" point at no row of \"owner\" with \"ownerId\"", stopped, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backfill_gives_the_rows_of_a_new_column_their_value()
    {
        await using var schema = await server.NewSchemaAsync();
        var before = PostgresTests.Generate(Before, Owner).Schema;
        var after = Changed("size: int?", "size: int\n  length: int");
        await schema.CreateAsync(before);
        await schema.ExecuteAsync("INSERT INTO pet (name, size, tags) VALUES ('Rex', NULL, '[]')");
        var options = new MigrationOptions
        {
            Backfills = new Dictionary<string, string> { ["pet.length"] = "(select length(name) + 1)", ["pet.size"] = "5" },
        };

        await schema.MigrateAsync(SchemaDiffer.Compare(before, after, SchemaRenames.None, options));

        Assert.Equal(["5 4"], await schema.ReadAsync("SELECT size || ' ' || length FROM pet"));
    }

    [Fact]
    public async Task A_recreated_table_loses_its_rows_and_keeps_the_keys_that_point_at_it()
    {
        await using var schema = await server.NewSchemaAsync();
        await using var fresh = await server.NewSchemaAsync();
        var before = PostgresTests.Generate(Before, Owner).Schema;
        var after = PostgresTests.Generate(Before, Owner + "\n  born: DateOnly").Schema;
        await schema.CreateAsync(before);
        await fresh.CreateAsync(after);
        await schema.ExecuteAsync("INSERT INTO owner (title) VALUES ('Ann'); INSERT INTO pet (name, tags) VALUES ('Rex', '[]')");

        var plan = SchemaDiffer.Compare(before, after, SchemaRenames.None, new MigrationOptions { Recreated = new HashSet<string> { "owner" } });
        await schema.MigrateAsync(plan);

        Assert.Contains(plan.Findings, static finding => finding.Id == "POD3001");
        Assert.Equal(await fresh.CatalogueAsync(), await schema.CatalogueAsync());
        Assert.Equal(["0 1"], await schema.ReadAsync("SELECT (SELECT count(*) FROM owner) || ' ' || (SELECT count(*) FROM pet)"));
    }

    private static DatabaseSchema Changed(string old, string changed) => PostgresTests.Generate(Before.Replace(old, changed, StringComparison.Ordinal), Owner).Schema;
}
