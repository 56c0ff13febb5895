using Pod.Database;
using Pod.Generator.Migrations.Sql;
using Pod.Schema;

namespace Pod.Cli.Tests.Migrations;

public sealed class SampleSchemaTests(SqlServer server) : PostgresTests(server)
{
    [Theory]
    [InlineData("tests/Sample.Server", "tests/Sample.Billing.Server")]
    [InlineData("samples/Chat/Chat.Server")]
    public async Task Every_sample_schema_is_found_as_it_was_made(string path, params string[] modules)
    {
        foreach (var module in modules)
        {
            await ExecuteAsync(PostgresMigrationWriter.WriteDefinition("test", SampleSchemas.Read(module)));
        }

        var all = SampleSchemas.Read(path);
        // pgvector is not everywhere; the tests of Pod.Database compare its tables.
        var schema = all with { Tables = all.Tables.Where(static table => table.Managed && !table.Columns.Any(static column => column.Type.Contains("vec", StringComparison.Ordinal))).ToValueList() };
        Assert.NotEmpty(schema.Tables);
        await ExecuteAsync(PostgresMigrationWriter.WriteDefinition("test", schema));
        await using var database = new PodDatabase(ConnectionString());

        var comparison = await database.CompareSchemaAsync(schema);

        Assert.True(comparison.IsMatch, comparison.Describe(DifferenceWeight.Notable));
        Assert.Equal(SchemaJsonWriter.Write(schema with { Enums = [] }), SchemaJsonWriter.Write(comparison.Known with { Enums = [] }));
    }
}
