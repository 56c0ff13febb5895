using Npgsql;
using Pod.Database;
using Pod.Generator.Migrations.Sql;
using Pod.Schema;

namespace Pod.Cli.Tests;

public sealed class RepairCommandTests : PostgresTests
{
    private static readonly string[] Damages =
    [
        "ALTER TABLE ticket DROP COLUMN title",
        "ALTER TABLE ticket DROP COLUMN note",
        "ALTER TABLE ticket ALTER COLUMN note TYPE integer USING 5",
        "ALTER TABLE ticket ALTER COLUMN since TYPE timestamp",
        "ALTER TABLE ticket ALTER COLUMN since DROP DEFAULT",
        "ALTER TABLE ticket ALTER COLUMN priority SET DEFAULT 7",
        "ALTER TABLE ticket ALTER COLUMN priority TYPE text",
        "ALTER TABLE ticket ALTER COLUMN priority DROP NOT NULL",
        "ALTER TABLE person ALTER COLUMN name DROP NOT NULL",
        "ALTER TABLE person ALTER COLUMN born SET NOT NULL",
        "DROP INDEX person_name_idx",
        "DROP INDEX person_name_idx; CREATE UNIQUE INDEX person_name_idx ON person (name, born)",
        "DROP INDEX IF EXISTS ticket_title_idx",
        "ALTER TABLE ticket DROP CONSTRAINT IF EXISTS ticket_priority_check",
        "ALTER TABLE ticket DROP CONSTRAINT \"ticket_ownerId_fk\"",
        "ALTER TABLE ticket ALTER COLUMN id DROP DEFAULT",
        "ALTER TABLE ticket DROP CONSTRAINT ticket_pkey",
        "DROP TABLE person CASCADE",
        "DROP TABLE ticket CASCADE",
    ];

    public static TheoryData<string> EachDamage() => [.. Damages];

    [Theory]
    [MemberData(nameof(EachDamage))]
    public async Task A_repair_brings_back_what_somebody_damaged(string damage)
    {
        using var project = await CreateAsync("one");
        var before = await CatalogueAsync(project);
        await project.ExecuteAsync(damage);

        await RepairAsync(project);

        Assert.Equal(before, await CatalogueAsync(project));
        if (!damage.Contains("DROP TABLE", StringComparison.Ordinal))
        {
            Assert.Equal("3 2", await project.ReadAsync("SELECT concat_ws(' ', (SELECT count(*) FROM ticket), (SELECT count(*) FROM person))"));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_repair_brings_back_any_pile_of_damages(int seed)
    {
        using var project = await CreateAsync("pile");
        var before = await CatalogueAsync(project);
        var random = new Random(seed);
        foreach (var damage in Enumerable.Range(0, 4).Select(_ => Damages[random.Next(Damages.Length)]))
        {
            // Some damages are not possible after others.
            try
            {
                await project.ExecuteAsync(damage);
            }
            catch (PostgresException)
            {
            }
        }

        await RepairAsync(project);

        Assert.Equal(before, await CatalogueAsync(project));
    }

    [Fact]
    public async Task Nothing_to_repair_writes_nothing()
    {
        using var project = await CreateAsync("one");

        var result = await project.PodAsync("migration", "repair");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Nothing to repair", result.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(project.Files.MigrationsFolder, "repair")));
    }

    [Fact]
    public async Task A_repair_that_may_fail_wants_consent_and_a_dry_run_writes_nothing()
    {
        using var project = await CreateAsync("one");
        await project.ExecuteAsync("DROP INDEX ticket_title_idx");

        var refused = await project.PodAsync("create-repair-migration");
        var dry = await project.PodAsync("create-repair-migration", "--force", "--dry-run");

        Assert.True(refused.ExitCode == 2, refused.All);
        Assert.Contains("POD3005", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("index 'ticket_title_idx': expected unique btree over title, found nothing", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("CREATE UNIQUE INDEX \"ticket_title_idx\"", dry.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(project.Files.MigrationsFolder, "repair")));
    }

    [Fact]
    public async Task Unknown_tables_and_columns_stay_unless_told_otherwise()
    {
        using var project = await CreateAsync("one");
        var before = await CatalogueAsync(project);
        await project.ExecuteAsync("CREATE TABLE mine (id int); CREATE TABLE serverpod_log (id int); ALTER TABLE ticket ADD COLUMN must text NOT NULL DEFAULT 'x'; ALTER TABLE ticket ALTER COLUMN must DROP DEFAULT");

        await RepairAsync(project);
        Assert.Equal("mine serverpod_log YES", await project.ReadAsync(
            "SELECT concat_ws(' ', to_regclass('mine')::text, to_regclass('serverpod_log')::text, (SELECT is_nullable FROM information_schema.columns WHERE column_name = 'must'))"));

        var dropped = await project.PodAsync("migration", "repair", "--drop-unknown", "--force", "--apply");
        Assert.True(dropped.ExitCode == 0, dropped.All);
        await project.ExecuteAsync("DROP TABLE serverpod_log");
        Assert.Equal(before, await CatalogueAsync(project));
    }

    [Fact]
    public async Task A_database_of_Serverpod_keeps_its_values()
    {
        using var project = await CreateAsync("one");
        await project.ExecuteAsync("""
            ALTER TABLE ticket ALTER COLUMN since DROP DEFAULT;
            ALTER TABLE ticket ALTER COLUMN since TYPE timestamp USING '2024-05-06 07:08:09';
            ALTER TABLE ticket RENAME CONSTRAINT "ticket_ownerId_fk" TO ticket_fk_0
            """);

        await RepairAsync(project);

        Assert.Equal("2024-05-06 07:08:09", await project.ReadAsync("SELECT DISTINCT (since AT TIME ZONE 'UTC')::text FROM ticket"));
    }

    [Theory]
    [InlineData("tests/Sample.Server")]
    [InlineData("samples/Chat/Chat.Server")]
    public async Task Every_sample_schema_is_found_as_it_was_made(string path)
    {
        var all = SampleSchemas.Read(path);
        // pgvector is not everywhere; the tests of Pod.Database compare its tables.
        var schema = all with { Tables = all.Tables.Where(static table => !table.Columns.Any(static column => column.Type.Contains("vec", StringComparison.Ordinal))).ToValueList() };
        Assert.NotEmpty(schema.Tables);
        await ExecuteAsync(PostgresMigrationWriter.WriteDefinition("test", schema));
        await using var database = new PodDatabase(ConnectionString("postgres"));

        var comparison = await database.CompareSchemaAsync(schema);

        Assert.True(comparison.Differences.Count == 0, comparison.Describe(DifferenceWeight.Ignored));
        Assert.Equal(SchemaJsonWriter.Write(schema with { Enums = [] }), SchemaJsonWriter.Write(comparison.Live with { Enums = [] }));
    }

    private static async Task RepairAsync(DatabaseProject project)
    {
        var result = await project.PodAsync("migration", "repair", "--force", "--apply");
        Assert.True(result.ExitCode == 0, result.All);
        Assert.Contains("Repair applied", result.Output, StringComparison.Ordinal);
        var again = await project.PodAsync("migration", "repair");
        Assert.Contains("Nothing to repair", again.Output, StringComparison.Ordinal);
    }

    private async Task<DatabaseProject> CreateAsync(string name)
    {
        await ExecuteAsync($"CREATE DATABASE {name}");
        var project = new DatabaseProject(ConnectionString(name));
        var created = await project.Files.PodAsync("create-migration");
        Assert.True(created.ExitCode == 0, created.All);
        var applied = await project.PodAsync("migrate");
        Assert.True(applied.ExitCode == 0, applied.All);
        await project.ExecuteAsync("""
            INSERT INTO person (name, born) VALUES ('ada', '1815-12-10'), ('alan', '1912-06-23');
            INSERT INTO ticket (title, "ownerId") VALUES ('a', 1), ('b', 1), ('c', 2)
            """);
        return project;
    }

    // The catalogue in PostgreSQL's own words, apart from the order of columns.
    private static Task<string> CatalogueAsync(DatabaseProject project) => project.ReadAsync("""
        SELECT string_agg(line, E'\n' ORDER BY line) FROM (
            SELECT concat_ws(' ', attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull, pg_get_expr(adbin, adrelid)) AS line
            FROM pg_attribute JOIN pg_class AS c ON c.oid = attrelid LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND attnum > 0 AND NOT attisdropped AND c.relname <> 'pod_migrations'
            UNION ALL SELECT pg_get_indexdef(indexrelid) FROM pg_index JOIN pg_class AS c ON c.oid = indrelid
            WHERE c.relnamespace = 'public'::regnamespace AND c.relname <> 'pod_migrations'
            UNION ALL SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
            WHERE connamespace = 'public'::regnamespace AND conrelid <> 'pod_migrations'::regclass AND contype <> 'n') AS lines
        """);
}
