using System.Collections.Concurrent;
using System.Diagnostics;
using Npgsql;
using Pod.Database.Tests.Support;
using Pod.Schema;

namespace Pod.Database.Tests.Migrations;

[Collection(DatabaseTests.Name)]
public sealed class SchemaComparisonTests(PostgresServer server) : IAsyncLifetime, IDisposable
{
    private string _connectionString = "";
    private PodDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _connectionString = await server.CreateDatabaseAsync();
        _database = new PodDatabase(_connectionString);
        await SqlAsync(TicketSchema.Sql);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    public void Dispose()
    {
    }

    [Fact]
    public async Task The_live_schema_is_read_in_the_words_of_definitions()
    {
        var live = await _database.ReadSchemaAsync();

        Assert.Equal(["customer", "ticket"], live.Tables.Select(table => table.Name));
        foreach (var expected in TicketSchema.Expected.Tables)
        {
            var table = live.FindTable(expected.Name)!;
            Assert.Equal("public", table.Schema);
            Assert.Equal(expected.Columns.Select(column => (column.Name, column.Type, column.Nullable)), table.Columns.Select(column => (column.Name, column.Type, column.Nullable)));
            Assert.Equal(expected.ForeignKeys, table.ForeignKeys);
            foreach (var index in expected.Indexes.Where(index => index.Where is null))
            {
                Assert.Contains(index, table.Indexes);
            }
        }

        var ticket = live.FindTable("ticket")!;
        Assert.Equal(
            ["random_v7", "'it''s new'", "-1", "1.50", "true", "now", "now", "now", "random", "serial"],
            ticket.Columns.Where(column => column.Default is not null && column.Name is not ("since" or "patience")).Select(column => column.Default));
    }

    [Fact]
    public async Task What_was_made_as_expected_has_no_differences()
    {
        var comparison = await CompareAsync();

        Assert.Empty(comparison.Differences);
        Assert.Equal(TicketSchema.Expected.FindTable("customer"), comparison.Live.FindTable("customer"));
        Assert.Equal(TicketSchema.Expected.FindTable("ticket"), comparison.Live.FindTable("ticket"));
        Assert.Equal(0, await ScalarAsync<long>("SELECT count(*) FROM pg_class WHERE relpersistence = 't'"));
    }

    [Theory]
    [InlineData("DROP TABLE ticket", "table 'ticket': expected a table with 18 columns, found nothing")]
    [InlineData("ALTER TABLE ticket DROP COLUMN bits", "table 'ticket', column 'bits': expected bit(8), found nothing")]
    [InlineData("ALTER TABLE ticket ALTER COLUMN names TYPE jsonb USING NULL", "table 'ticket', column 'names': expected text[], found jsonb")]
    [InlineData("ALTER TABLE ticket ADD COLUMN must text NOT NULL", "table 'ticket', column 'must': expected nothing, found text NOT NULL")]
    [InlineData("DROP INDEX customer_email_idx", "table 'customer', index 'customer_email_idx': expected unique btree over email, found nothing")]
    public async Task What_makes_statements_fail_is_fatal(string damage, string difference) => await ExpectAsync(DifferenceWeight.Fatal, damage, difference);

    [Theory]
    [InlineData("ALTER TABLE ticket ALTER COLUMN \"customerId\" TYPE integer", "table 'ticket', column 'customerId': expected bigint NOT NULL, found integer NOT NULL")]
    [InlineData("ALTER TABLE ticket ALTER COLUMN title DROP NOT NULL", "table 'ticket', column 'title': expected text NOT NULL with default 'it''s new', found text with default 'it''s new'")]
    [InlineData("ALTER TABLE ticket ALTER COLUMN title SET DEFAULT 'b'", "table 'ticket', column 'title': expected text NOT NULL with default 'it''s new', found text NOT NULL with default 'b'")]
    [InlineData("ALTER TABLE ticket ALTER COLUMN patience DROP DEFAULT", "table 'ticket', column 'patience': expected interval NOT NULL with default '86400000 milliseconds', found interval NOT NULL")]
    [InlineData("DROP INDEX ticket_token_idx", "table 'ticket', index 'ticket_token_idx': expected hash over token, found nothing")]
    [InlineData("DROP INDEX ticket_token_idx; CREATE INDEX ticket_token_idx ON ticket (token DESC)", "table 'ticket', index 'ticket_token_idx': expected hash over token, found btree over token DESC")]
    [InlineData("DROP INDEX ticket_day_idx; CREATE INDEX ticket_day_idx ON ticket USING brin (day)", "table 'ticket', index 'ticket_day_idx': expected brin over day with pages_per_range=16, found brin over day")]
    [InlineData("ALTER TABLE ticket DROP CONSTRAINT \"ticket_customerId_fk\"", "table 'ticket', foreign key 'ticket_customerId_fk': expected customerId to customer (id), onDelete Cascade, onUpdate SetNull, InitiallyDeferred, found nothing")]
    [InlineData("ALTER TABLE ticket DROP CONSTRAINT ticket_priority_check", "table 'ticket', check 'ticket_priority_check': expected \"priority\" >= -1 AND (\"priority\" < 10 OR \"title\" IN ('a', 'b')), found nothing")]
    [InlineData("ALTER TABLE ticket ADD CONSTRAINT other CHECK (ratio > 0)", "table 'ticket', check 'other': expected nothing, found (ratio > (0)::double precision)")]
    [InlineData("CREATE UNIQUE INDEX other ON ticket (ratio)", "table 'ticket', index 'other': expected nothing, found unique btree over ratio")]
    public async Task What_weakens_guarantees_is_notable(string damage, string difference) => await ExpectAsync(DifferenceWeight.Notable, damage, difference);

    [Theory]
    [InlineData("CREATE TABLE other (id int)", "table 'other': expected nothing, found a table with 1 columns")]
    [InlineData("ALTER TABLE ticket ADD COLUMN more text", "table 'ticket', column 'more': expected nothing, found text")]
    [InlineData("ALTER TABLE ticket ADD COLUMN more int NOT NULL DEFAULT 5", "table 'ticket', column 'more': expected nothing, found integer NOT NULL with default 5")]
    [InlineData("CREATE INDEX other ON ticket (ratio)", "table 'ticket', index 'other': expected nothing, found btree over ratio")]
    public async Task What_the_code_need_not_know_is_ignored(string damage, string difference)
    {
        await ExpectAsync(DifferenceWeight.Ignored, damage, difference);
        Assert.True((await CompareAsync()).IsMatch);
    }

    [Theory]
    [InlineData("DROP INDEX ticket_words; ALTER TABLE ticket ALTER COLUMN body TYPE varchar(200)")]
    [InlineData("ALTER TABLE customer ALTER COLUMN id DROP DEFAULT; ALTER TABLE customer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY")]
    [InlineData("ALTER INDEX ticket_token_idx RENAME TO renamed")]
    [InlineData("ALTER TABLE ticket RENAME CONSTRAINT \"ticket_customerId_fk\" TO renamed")]
    [InlineData("ALTER TABLE ticket RENAME CONSTRAINT ticket_priority_check TO renamed")]
    [InlineData("ALTER TABLE ticket DROP CONSTRAINT ticket_priority_check; ALTER TABLE ticket ADD CONSTRAINT ticket_priority_check CHECK (priority>=(-1) and ((priority<10) or (title = any (array['a'::text,'b'::text]))))")]
    public async Task What_means_the_same_is_no_difference(string change)
    {
        await SqlAsync(change);
        Assert.DoesNotContain((await CompareAsync()).Differences, difference => !difference.Subject.Contains("ticket_words", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_missing_extension_is_named_with_its_package()
    {
        var expected = TicketSchema.Expected with
        {
            Tables = [.. TicketSchema.Expected.Tables, new TableSchema("picture", "Picture", "helpdesk", [new("content", "content", "vector(3)", false, null, "Vector")], [], [], [])],
        };

        var comparison = await _database.CompareSchemaAsync(expected);

        Assert.Contains(comparison.Differences, difference => difference is { Weight: DifferenceWeight.Fatal, Subject: "extension 'vector'" }
            && difference.Expected.Contains("postgresql-<version>-pgvector", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_number_of_queries_does_not_depend_on_the_number_of_tables()
    {
        // The first one opens the connection.
        await CompareAsync();
        var few = await CountQueriesAsync();
        await SqlAsync("DO $$ BEGIN FOR i IN 1..80 LOOP EXECUTE format('CREATE TABLE t%s (id bigserial PRIMARY KEY, name text NOT NULL DEFAULT ''x'', CHECK (id > 0 AND name <> ''''))', i); END LOOP; END $$");
        var tables = Enumerable.Range(1, 80).Select(number => new TableSchema(
            $"t{number}",
            "T",
            "helpdesk",
            [new("id", "id", "bigint", false, "serial", "long"), new("name", "name", "text", false, "'x'", "string")],
            [],
            [new($"t{number}_pkey", "btree", ["id"], true, true)],
            [new($"t{number}_check", "\"id\" > 0 AND \"name\" <> ''")]));
        var expected = TicketSchema.Expected with { Tables = TicketSchema.Expected.Tables.Concat(tables).ToValueList() };

        Assert.Empty((await _database.CompareSchemaAsync(expected)).Differences);
        Assert.Equal(few, await CountQueriesAsync(expected));
    }

    [Fact]
    public async Task Only_the_schema_of_the_search_path_counts()
    {
        await SqlAsync("CREATE SCHEMA \"Tenant\"; SET search_path = \"Tenant\"; CREATE TABLE a (id int)");
        await using var tenant = new PodDatabase(new NpgsqlConnectionStringBuilder(_connectionString) { SearchPath = "\"Tenant\"" }.ConnectionString);

        var live = await tenant.ReadSchemaAsync();

        Assert.Equal(("a", "Tenant"), Assert.Single(live.Tables.Select(table => (table.Name, table.Schema))));
    }

    private async Task ExpectAsync(DifferenceWeight weight, string damage, string difference)
    {
        await SqlAsync(damage.Replace("DROP TABLE ticket", "DROP TABLE ticket CASCADE", StringComparison.Ordinal));

        var found = Assert.Single((await CompareAsync()).Differences);

        Assert.Equal((weight, difference), (found.Weight, found.ToString()));
    }

    private Task<SchemaComparison> CompareAsync() => _database.CompareSchemaAsync(TicketSchema.Expected);

    private async Task<int> CountQueriesAsync(DatabaseSchema? expected = null)
    {
        var queries = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = queries.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await _database.CompareSchemaAsync(expected ?? TicketSchema.Expected);
        var count = queries.Count(activity => activity.TagObjects.Any(tag => Equals(tag.Value, _database.Name)));
        Assert.InRange(count, 1, 10);
        return count;
    }

    private async Task SqlAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<T> ScalarAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(_connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
