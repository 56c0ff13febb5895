using Pod.Generator.Migrations;
using Pod.Generator.Tests.Support;
using Pod.Schema;

namespace Pod.Generator.Tests.Migrations;

public sealed class SchemaDifferTests
{
    private const string Before = """
        === owner.pod.yaml
        class: Owner
        table: owner
        fields:
          name: string
        === pet.pod.yaml
        class: Pet
        table: pet
        fields:
          name: string
          age: int?
          owner: Owner?, relation
        indexes:
          pet_name_idx: {fields: name}
        """;

    [Fact]
    public void From_nothing_tables_come_first_and_keys_last()
    {
        var plan = SchemaDiffer.Compare(DatabaseSchema.Empty("sample"), Schema(Before));

        Assert.Equal(
            ["createTable owner", "createTable pet", "createIndex pet", "addForeignKey pet"],
            plan.Operations.Select(static operation => $"{operation.Name} {operation.Table}"));
        Assert.Empty(plan.Findings);
    }

    [Fact]
    public void Equal_schemas_give_an_empty_plan() => Assert.True(SchemaDiffer.Compare(Schema(Before), Schema(Before)).IsEmpty);

    [Theory]
    [InlineData("  age: int?", "  age: int?\n  color: string?", "addColumn pet", "")]
    [InlineData("  age: int?", "  age: int?\n  color: string, default='red'", "addColumn pet", "")]
    [InlineData("  age: int?", "  age: int?\n  color: string", "addColumn pet", "POD3006")]
    [InlineData("  age: int?\n", "", "dropColumn pet", "POD3002")]
    [InlineData("age: int?", "age: int", "alterColumn pet", "POD3004")]
    [InlineData("age: int?", "age: long?", "alterColumn pet", "POD3023")]
    [InlineData("age: int?", "age: int?, default=3", "alterColumn pet", "")]
    [InlineData("age: int?", "age: DateTime?", "dropColumn pet, addColumn pet", "POD3003")]
    [InlineData("{fields: name}", "{fields: 'name, age'}", "dropIndex pet, createIndex pet", "POD3020")]
    [InlineData("{fields: name}", "{fields: name, unique: true}", "dropIndex pet, createIndex pet", "POD3005")]
    [InlineData("owner: Owner?, relation", "owner: Owner?, relation(onDelete=cascade)", "dropForeignKey pet, addForeignKey pet", "POD3011")]
    [InlineData("age: int?", "age: int?\n  rival: Pet?, relation(optional)", "addColumn pet, addForeignKey pet", "")]
    [InlineData("class: Owner\ntable: owner\nfields:\n  name: string", "class: Owner\ntable: owner\nfields:\n  id: Guid, defaultModel=random\n  name: string", "", "POD3008")]
    public void A_change_gives_its_operations(string old, string changed, string operations, string findings)
    {
        Assert.Contains(old, Before, StringComparison.Ordinal);

        var plan = SchemaDiffer.Compare(Schema(Before), Schema(Before.Replace(old, changed, StringComparison.Ordinal)));

        if (operations.Length > 0)
        {
            Assert.Equal(operations, string.Join(", ", plan.Operations.Select(static operation => $"{operation.Name} {operation.Table}")));
        }

        Assert.StartsWith(findings, string.Join(' ', plan.Findings.Select(static finding => finding.Id)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_is_gone_is_dropped_after_its_keys()
    {
        var plan = SchemaDiffer.Compare(Schema(Before), DatabaseSchema.Empty("sample"));

        Assert.Equal(
            ["dropForeignKey pet", "dropTable owner", "dropTable pet"],
            plan.Operations.Select(static operation => $"{operation.Name} {operation.Table}"));
        Assert.All(plan.Findings.Where(static finding => finding.NeedsConsent), static finding => Assert.Equal("POD3001", finding.Id));
    }

    [Fact]
    public void Definitions_survive_the_way_through_json()
    {
        var schema = Schema(Before);

        Assert.Equal(schema, SchemaJsonReader.Read(SchemaJsonWriter.Write(schema)));
    }

    private static DatabaseSchema Schema(string models)
    {
        var result = GeneratorRun.Of(models);
        Assert.True(result.Succeeded, string.Join('\n', result.Diagnostics));
        return result.Schema;
    }
}
