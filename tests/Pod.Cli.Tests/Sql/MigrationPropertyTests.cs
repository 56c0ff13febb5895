using Pod.Generator.Migrations;
using Pod.Schema;

namespace Pod.Cli.Tests.Sql;

/// <summary>What holds for every pair of schemas.</summary>
public sealed class MigrationPropertyTests(SqlServer server) : IClassFixture<SqlServer>
{
    private const int Pairs = 80;
    private const int Rebases = 20;

    [Fact]
    public async Task A_migrated_database_is_the_one_that_is_made_from_nothing_and_the_way_back_leads_back()
    {
        var random = new Random(20260101);
        for (var pair = 0; pair < Pairs; pair++)
        {
            var before = RandomSchema.Make(random);
            var after = WithKeysThatRowsCanHave(RandomSchema.Make(random), before);
            try
            {
                await CheckAsync(before, after);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Pair {pair}: {exception.Message}\n{SchemaJsonWriter.Write(before)}\n{SchemaJsonWriter.Write(after)}", exception);
            }
        }
    }

    [Fact]
    public async Task Two_branches_that_were_rebased_end_where_one_migration_of_both_ends()
    {
        var random = new Random(20260102);
        for (var round = 0; round < Rebases; round++)
        {
            var (root, other) = (RandomSchema.MakeWhole(random), RandomSchema.MakeWhole(random));
            var left = With(root, other, "apple");
            var (right, both) = (With(root, other, "plum"), With(left, other, "plum"));
            var first = Entry("1", null, root);
            var second = Entry("2", first, left);
            var rebase = MigrationRebase.Of(new MigrationChain([first, second, Entry("3", first, right)]), onto: null);

            var plan = rebase.Plan(both, SchemaRenames.None, MigrationOptions.None, keepsSql: false);
            var rebased = MigrationFiles.Write("4", (second.Version, second.Definition), plan, both);

            Assert.DoesNotContain(plan.Findings, static finding => finding.IsError);
            Assert.Equal(Entry("2", first, both).Definition, rebased[MigrationFiles.Definition]);
            await using var chained = await server.NewSchemaAsync();
            await using var direct = await server.NewSchemaAsync();
            await chained.RunAsync(first.Sql);
            await chained.RunAsync(second.Sql);
            await chained.RunAsync(rebased[MigrationFiles.Sql]);
            await direct.RunAsync(first.Sql);
            await direct.RunAsync(Entry("2", first, both).Sql);
            Assert.Equal(await direct.CatalogueAsync(), await chained.CatalogueAsync());
        }
    }

    private static DatabaseSchema With(DatabaseSchema schema, DatabaseSchema other, string table) =>
        schema with { Tables = schema.Tables.Select(existing => existing.Name == table ? other.FindTable(table)! : existing).ToValueList() };

    private static MigrationEntry Entry(string version, MigrationEntry? parent, DatabaseSchema schema)
    {
        var plan = SchemaDiffer.Compare(
            parent?.ReadSchema() ?? DatabaseSchema.Empty("sample"), schema, SchemaRenames.None, new MigrationOptions { Backfills = Backfills(schema) });
        var files = MigrationFiles.Write(version, parent is null ? null : (parent.Version, parent.Definition), plan, schema);
        return new MigrationEntry(version, MigrationManifest.Read(files[MigrationFiles.Manifest]), files[MigrationFiles.Definition], files[MigrationFiles.Sql]);
    }

    private async Task CheckAsync(DatabaseSchema before, DatabaseSchema after)
    {
        await using var changing = await server.NewSchemaAsync();
        await using var fresh = await server.NewSchemaAsync();
        await changing.CreateAsync(before);
        await fresh.CreateAsync(after);
        var original = await changing.CatalogueAsync();
        foreach (var table in before.Tables)
        {
            await changing.ExecuteAsync(Insert(table, after.FindTable(table.Name)));
        }

        var kept = Untouched(before, after);
        var rows = await RowsAsync(changing, kept);
        var plan = SchemaDiffer.Compare(before, after, SchemaRenames.None, new MigrationOptions { Backfills = Backfills(after) });
        Assert.DoesNotContain(plan.Findings, static finding => finding.IsError);
        await changing.MigrateAsync(plan);
        Assert.Equal(await fresh.CatalogueAsync(), await changing.CatalogueAsync());
        Assert.Equal(rows, await RowsAsync(changing, kept));

        // Keys that come back have no values to come back with.
        await changing.ExecuteAsync("SELECT 1;" + string.Concat(after.Tables.Select(static table => $"TRUNCATE \"{table.Name}\" CASCADE;")));
        await changing.RunAsync(MigrationFiles.Write("2", ("1", SchemaJsonWriter.Write(before)), plan, after)[MigrationFiles.Rollback]);
        Assert.Equal(original, await changing.CatalogueAsync());
    }

    // Rows cannot point into a table that is new.
    private static DatabaseSchema WithKeysThatRowsCanHave(DatabaseSchema schema, DatabaseSchema before) => schema with
    {
        Tables = schema.Tables.Select(table => table with
        {
            Columns = table.Columns.Select(column => table.ForeignKeys.Any(key => key.Columns.Contains(column.Name) && before.FindTable(key.Table) is null)
                ? column with { Nullable = true }
                : column).ToValueList(),
        }).ToValueList(),
    };

    // Keys point at the one row that every table has, and are looked at when all are there.
    private static string Insert(TableSchema table, TableSchema? next)
    {
        var columns = string.Join(", ", table.Columns.Select(static column => $"\"{column.Name}\""));
        var values = string.Join(", ", table.Columns.Select(column => RandomSchema.Value(column.Type, next?.FindColumn(column.Name)?.Type)));
        return $"SET session_replication_role = replica; INSERT INTO \"{table.Name}\" ({columns}) VALUES ({values}); SET session_replication_role = origin;";
    }

    private static Dictionary<string, string> Backfills(DatabaseSchema schema) =>
        (from table in schema.Tables
         from column in table.Columns
         where !column.Nullable && column.Default is null
         select KeyValuePair.Create($"{table.Name}.{column.Name}", RandomSchema.Value(column.Type, null) + "::" + column.Type)).ToDictionary();

    private static List<(string Table, string Column)> Untouched(DatabaseSchema before, DatabaseSchema after) =>
    [
        .. from table in before.Tables
           from column in table.Columns
           where after.FindTable(table.Name)?.FindColumn(column.Name) is { } next && next.Type == column.Type
           select (table.Name, column.Name),
    ];

    private static async Task<List<string>> RowsAsync(SqlSchema schema, List<(string Table, string Column)> columns)
    {
        var rows = new List<string>();
        foreach (var (table, column) in columns)
        {
            rows.AddRange(await schema.ReadAsync($"SELECT '{table}.{column}=' || coalesce(\"{column}\"::text, 'null') FROM \"{table}\""));
        }

        return rows;
    }
}
