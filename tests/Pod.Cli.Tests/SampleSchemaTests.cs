using Pod.Database;
using Pod.Generator.Migrations.Sql;
using Pod.Schema;

namespace Pod.Cli.Tests;

public sealed class SampleSchemaTests : PostgresTests
{
    [Theory]
    [InlineData("tests/Sample.Server")]
    [InlineData("samples/Chat/Chat.Server")]
    public async Task Every_sample_schema_is_found_as_it_was_made(string path)
    {
        var all = SampleSchemas.Read(path);
        // pgvector is not everywhere; the tests of Pod.Database compare its tables.
        var schema = all with { Tables = all.Tables.Where(static table => table.Managed && !table.Columns.Any(static column => column.Type.Contains("vec", StringComparison.Ordinal))).ToValueList() };
        Assert.NotEmpty(schema.Tables);
        await ExecuteAsync(PostgresMigrationWriter.WriteDefinition("test", schema));
        await using var database = new PodDatabase(ConnectionString("postgres"));

        var comparison = await database.CompareSchemaAsync(schema);

        Assert.True(comparison.Differences.Count == 0, comparison.Describe(DifferenceWeight.Ignored));
        Assert.Equal(SchemaJsonWriter.Write(schema with { Enums = [] }), SchemaJsonWriter.Write(comparison.Live with { Enums = [] }));
    }
}
