using Npgsql;
using Pod.Database;

namespace Pod.Cli.Tests.Migrations;

public sealed class RepairCommandTests(RepairDatabase database) : IClassFixture<RepairDatabase>
{
    private static readonly string[] Damages =
    [
        "ALTER TABLE ticket DROP COLUMN kind",
        "ALTER TABLE ticket DROP COLUMN note",
        "ALTER TABLE ticket ALTER COLUMN note TYPE integer USING 5",
        "ALTER TABLE ticket ALTER COLUMN since TYPE timestamp",
        "ALTER TABLE ticket ALTER COLUMN since DROP DEFAULT",
        "ALTER TABLE ticket ALTER COLUMN priority SET DEFAULT 7",
        "ALTER TABLE ticket DROP CONSTRAINT ticket_priority_check, ALTER COLUMN priority DROP DEFAULT, ALTER COLUMN priority TYPE text",
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
        "DELETE FROM ticket; DROP TABLE person CASCADE",
        "DROP TABLE ticket CASCADE",
    ];

    public static TheoryData<string> EachDamage() => [.. Damages];

    [Theory]
    [MemberData(nameof(EachDamage))]
    public async Task A_repair_brings_back_what_somebody_damaged(string damage)
    {
        var project = await database.CopyAsync();
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
        var project = await database.CopyAsync();
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
        var project = await database.CopyAsync();

        var files = Repairs(project);
        var result = await project.PodAsync("migration", "repair");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Nothing to repair", result.Output, StringComparison.Ordinal);
        Assert.Equal(files, Repairs(project));
    }

    [Fact]
    public async Task A_repair_that_may_fail_wants_consent_and_a_dry_run_writes_nothing()
    {
        var project = await database.CopyAsync();
        await project.ExecuteAsync("DROP INDEX ticket_title_idx");
        var files = Repairs(project);

        var refused = await project.PodAsync("create-repair-migration");
        var dry = await project.PodAsync("create-repair-migration", "--force", "--dry-run");

        Assert.True(refused.ExitCode == 2, refused.All);
        Assert.Contains("POD3005", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("index 'ticket_title_idx': expected unique btree over title, found nothing", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("CREATE UNIQUE INDEX \"ticket_title_idx\"", dry.Output, StringComparison.Ordinal);
        Assert.Equal(files, Repairs(project));
    }

    [Fact]
    public async Task Unknown_tables_and_columns_stay_unless_told_otherwise()
    {
        var project = await database.CopyAsync();
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
        var project = await database.CopyAsync();
        await project.ExecuteAsync("""
            ALTER TABLE ticket ALTER COLUMN since DROP DEFAULT;
            ALTER TABLE ticket ALTER COLUMN since TYPE timestamp USING '2024-05-06 07:08:09';
            ALTER TABLE ticket RENAME CONSTRAINT "ticket_ownerId_fk" TO ticket_fk_0
            """);

        var refused = await project.PodAsync("migration", "repair");
        Assert.Contains("POD3007: column 'ticket.since' becomes timestamptz from timestamp", refused.Errors, StringComparison.Ordinal);
        await RepairAsync(project);

        Assert.Equal("2024-05-06 07:08:09", await project.ReadAsync("SELECT DISTINCT (since AT TIME ZONE 'UTC')::text FROM ticket"));
    }

    private static int Repairs(DatabaseProject project) => MigrationDirectory.Read(project.Files.MigrationsFolder).ReadRepairs().Count;

    private static async Task RepairAsync(DatabaseProject project)
    {
        var result = await project.PodAsync("migration", "repair", "--force", "--apply");
        Assert.True(result.ExitCode == 0, result.All);
        Assert.Contains("Repair applied", result.Output, StringComparison.Ordinal);
        var comparison = await RepairDatabase.CompareAsync(project);
        Assert.True(comparison.IsMatch, comparison.Describe(DifferenceWeight.Notable));
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
