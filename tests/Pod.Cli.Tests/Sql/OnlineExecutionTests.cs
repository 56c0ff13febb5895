using Microsoft.Extensions.Logging.Abstractions;
using Pod.Database;
using Pod.Generator.Migrations;
using Pod.Schema;

namespace Pod.Cli.Tests.Sql;

/// <summary>The forms of <c>--online</c>, applied as a server applies them, also when they stop half-way.</summary>
public sealed class OnlineExecutionTests(SqlServer server) : IClassFixture<SqlServer>
{
    private const string Before = """
        class: Pet
        table: pet
        fields:
          name: string?
          size: int, default=3
          ownerId: long?
        """;

    private const string Owner = "class: Owner\ntable: owner\nfields:\n  title: string\n";

    [Theory]
    [InlineData("ownerId: long?", "ownerId: long?\nindexes:\n  pet_size: {fields: size}", "createIndex concurrently")]
    [InlineData("ownerId: long?", "ownerId: long?\nindexes:\n  pet_name: {fields: name, unique: true}", "createIndex concurrently")]
    [InlineData("ownerId: long?", "ownerId: long?\nchecks:\n  positive: '{size} > 0'", "addCheck validateConstraint")]
    [InlineData("ownerId: long?", "owner: Owner?, relation(optional)", "addForeignKey validateConstraint")]
    [InlineData("name: string?", "name: string", "addCheck validateConstraint alterColumn dropCheck")]
    [InlineData("size: int, default=3", "size: long, default=3", "addColumn backfill sql backfill dropColumn renameColumn alterColumn")]
    [InlineData("size: int, default=3", "size: short?", "addColumn backfill sql backfill dropColumn renameColumn")]
    public async Task Every_form_leads_to_the_schema_of_the_models(string old, string changed, string operations)
    {
        await using var schema = await server.NewSchemaAsync();
        await using var fresh = await server.NewSchemaAsync();
        using var project = new MigrationProject(server.ConnectionString(schema.Name));
        var before = PostgresTests.Generate(Before, Owner).Schema;
        var after = PostgresTests.Generate(Before.Replace(old, changed, StringComparison.Ordinal), Owner).Schema;
        await fresh.CreateAsync(after);
        var plan = SchemaDiffer.Compare(before, after, SchemaRenames.None, new MigrationOptions { Online = true });
        await project.ApplyAsync("1", null, SchemaDiffer.Compare(DatabaseSchema.Empty("sample"), before), before);
        await schema.ExecuteAsync("""INSERT INTO owner (title) VALUES ('Ann'); INSERT INTO pet (name, size, "ownerId") SELECT 'pet ' || i, i, 1 FROM generate_series(1, 25000) i""");

        await project.ApplyAsync("2", before, plan, after);

        Assert.Equal(operations.Replace(" concurrently", "", StringComparison.Ordinal), string.Join(' ', plan.Operations.Select(static operation => operation.Name)));
        Assert.DoesNotContain(plan.Findings, static finding => finding.Id is "POD3020" or "POD3021" or "POD3022" or "POD3023");
        Assert.Equal(await fresh.CatalogueAsync(), await schema.CatalogueAsync());
        Assert.Equal(["312512500 pet 1"], await schema.ReadAsync("SELECT sum(size) || ' ' || min(name) FROM pet"));
    }

    [Fact]
    public async Task A_unique_index_that_could_not_be_built_leaves_nothing_behind_when_it_is_tried_again()
    {
        await using var schema = await server.NewSchemaAsync();
        await using var fresh = await server.NewSchemaAsync();
        using var project = new MigrationProject(server.ConnectionString(schema.Name));
        var before = PostgresTests.Generate(Before, Owner).Schema;
        var after = PostgresTests.Generate(Before.Replace("ownerId: long?", "ownerId: long?\n  age: int?\nindexes:\n  pet_name: {fields: name, unique: true}", StringComparison.Ordinal), Owner).Schema;
        await fresh.CreateAsync(after);
        var plan = SchemaDiffer.Compare(before, after, SchemaRenames.None, new MigrationOptions { Online = true });
        await project.ApplyAsync("1", null, SchemaDiffer.Compare(DatabaseSchema.Empty("sample"), before), before);
        await schema.ExecuteAsync("INSERT INTO pet (name) VALUES ('Rex'), ('Rex')");

        var first = await Assert.ThrowsAsync<MigrationException>(() => project.ApplyAsync("2", before, plan, after));

        // What a build leaves behind that met equal keys after the check.
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => schema.ExecuteAsync("CREATE UNIQUE INDEX CONCURRENTLY pet_name ON pet (name)"));
        Assert.Contains("invalid pet_name", await schema.CatalogueAsync());
        await schema.ExecuteAsync("UPDATE pet SET name = 'Bo' WHERE id = 2");
        await project.ApplyAsync("2", before, plan, after);

        Assert.Equal(2, first.Step);
        Assert.Contains("POD3005: 2 rows of \"pet\" have equal keys", first.Message, StringComparison.Ordinal);
        Assert.Equal(await fresh.CatalogueAsync(), await schema.CatalogueAsync());
    }

    [Fact]
    public async Task A_rebuild_that_stopped_in_the_middle_goes_on_and_takes_what_was_written_meanwhile()
    {
        await using var schema = await server.NewSchemaAsync();
        await using var fresh = await server.NewSchemaAsync();
        using var project = new MigrationProject(server.ConnectionString(schema.Name));
        var before = PostgresTests.Generate(Before, Owner).Schema;
        var after = PostgresTests.Generate(Before.Replace("size: int, default=3", "size: long, default=3", StringComparison.Ordinal), Owner).Schema;
        await fresh.CreateAsync(after);
        var plan = SchemaDiffer.Compare(before, after, SchemaRenames.None, new MigrationOptions { Online = true });
        await project.ApplyAsync("1", null, SchemaDiffer.Compare(DatabaseSchema.Empty("sample"), before), before);
        await schema.ExecuteAsync("INSERT INTO pet (size) SELECT i FROM generate_series(1, 25000) i");

        // The second batch meets a row that refuses.
        await schema.ExecuteAsync("""
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.id = 15000 THEN RAISE EXCEPTION 'not this one'; END IF; RETURN NEW; END $$;
            CREATE TRIGGER refuse BEFORE UPDATE ON pet FOR EACH ROW EXECUTE FUNCTION refuse()
            """);
        var stopped = await Assert.ThrowsAsync<MigrationException>(() => project.ApplyAsync("2", before, plan, after));
        var filled = await schema.ReadAsync("SELECT count(size_pod_new) FROM pet");
        await schema.ExecuteAsync("DROP TRIGGER refuse ON pet; UPDATE pet SET size = -1 WHERE id = 1; INSERT INTO pet (size) VALUES (7)");
        await project.ApplyAsync("2", before, plan, after);

        Assert.Equal(2, stopped.Step);
        Assert.Equal(["10000"], filled);
        Assert.Equal(await fresh.CatalogueAsync(), await schema.CatalogueAsync());
        Assert.Equal(["312512505"], await schema.ReadAsync("SELECT sum(size) FROM pet"));
    }

    private sealed class MigrationProject(string connectionString) : IDisposable
    {
        private readonly string _folder = EnterableFolder.Create("pod-migrations-");

        public void Dispose() => Directory.Delete(_folder, recursive: true);

        public async Task ApplyAsync(string version, DatabaseSchema? previous, MigrationPlan plan, DatabaseSchema schema)
        {
            var parent = previous is null ? ((string, string)?)null : ("1", SchemaJsonWriter.Write(previous));
            Directory.CreateDirectory(Path.Combine(_folder, version));
            foreach (var (name, text) in Generator.Migrations.MigrationFiles.Write(version, parent, plan, schema))
            {
                await File.WriteAllTextAsync(Path.Combine(_folder, version, name), text);
            }

            await using var database = new PodDatabase(connectionString);
            await new MigrationRunner(database, MigrationDirectory.Read(_folder), TimeProvider.System, NullLogger.Instance).ApplyAsync();
        }
    }
}
