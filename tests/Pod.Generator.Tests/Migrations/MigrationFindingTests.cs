using Pod.Generator.Migrations;
using Pod.Generator.Tests.Support;

namespace Pod.Generator.Tests.Migrations;

/// <summary>What a change of the models has to be accepted for, or is worth knowing.</summary>
public sealed class MigrationFindingTests
{
    private const string Before = """
        === owner.pod.yaml
        class: Owner
        table: owner
        fields:
          title: string
        === pet.pod.yaml
        class: Pet
        table: pet
        fields:
          name: string
          size: int?
          mood: Mood?
          rank: Rank?
          cost: decimal(8,2)?
          ownerId: long?
        indexes:
          pet_size: {fields: size}
        === mood.pod.yaml
        enum: Mood
        values: [glad, sad]
        === rank.pod.yaml
        enum: Rank
        serialized: byIndex
        values: [low, high]
        """;

    [Theory]
    [InlineData("name: string", "name: int", "alterColumn", "POD3007 POD3023", "'pet.name' changes from text to integer")]
    [InlineData("name: string", "name: DateOnly", "alterColumn", "POD3007 POD3023", "from text to date")]
    [InlineData("size: int?", "size: short?", "alterColumn", "POD3007 POD3023", "from integer to smallint")]
    [InlineData("size: int?", "size: long?", "alterColumn", "POD3023", "not possible with --online because the index 'pet_size' uses the column")]
    [InlineData("cost: decimal(8,2)?", "cost: decimal(10,2)?", "alterColumn", "", "")]
    [InlineData("cost: decimal(8,2)?", "cost: decimal(10,4)?", "alterColumn", "POD3023", "with --online")]
    [InlineData("cost: decimal(8,2)?", "cost: decimal(8,4)?", "alterColumn", "POD3007 POD3023", "does not fit")]
    [InlineData("name: string", "title: string", "dropColumn addColumn", "POD3006 POD3002 POD3009 POD3026", "write 'renamedFrom=name' on 'title'")]
    [InlineData("table: owner", "table: person", "dropTable createTable", "POD3001 POD3009 POD3026", "write 'renamedFrom: owner' below 'table: person'")]
    [InlineData("values: [glad, sad]", "values: [glad]", "", "POD3012", "loses the value 'sad', which rows of 'pet.mood' may hold")]
    [InlineData("values: [glad, sad]", "values: [sad, glad, calm]", "", "", "")]
    [InlineData("values: [low, high]", "values: [low, middle, high]", "", "POD3013", "the numbers in 'pet.rank' would mean other values")]
    [InlineData("values: [low, high]", "values: [low, high, top]", "", "", "")]
    [InlineData("indexes:", "indexes:\n  pet_name: {fields: name}", "createIndex", "POD3020", "With --online")]
    [InlineData("indexes:", "checks:\n  small: '{size} < 9'\nindexes:", "addCheck", "POD3010 POD3021", "With --online")]
    [InlineData("size: int?", "size: int", "alterColumn", "POD3004 POD3022", "--backfill pet.size=\"<SQL>\"")]
    [InlineData("size: int?", "size: int?\n  key: Guid?, defaultPersist=random", "addColumn", "POD3023", "has no online form")]
    [InlineData("ownerId: long?", "owner: Owner?, relation(optional)", "addForeignKey", "POD3011 POD3021", "points at nothing")]
    [InlineData("size: int?", "size: int?\n  chip: string?, unique", "addColumn createIndex", "POD3020", "With --online")]
    [InlineData("size: int?", "size: int?\n  chip: string, default='', unique", "addColumn createIndex", "POD3005 POD3020", "equal keys")]
    [InlineData("name: string", "title: string, renamedFrom=name", "renameColumn", "POD3025", "servers that still run the version before ask for 'pet.name'")]
    public void A_change_is_judged(string old, string changed, string operations, string findings, string text)
    {
        Assert.Contains(old, Before, StringComparison.Ordinal);
        var plan = Compare(Before.Replace(old, changed, StringComparison.Ordinal), MigrationOptions.None);

        Assert.Equal(operations, string.Join(' ', plan.Operations.Select(static operation => operation.Name)));
        Assert.Equal(findings, string.Join(' ', plan.Findings.Select(static finding => finding.Id)));
        Assert.Contains(text, string.Join('\n', plan.Findings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_column_names_four_ways_out()
    {
        var finding = Assert.Single(Compare(Before.Replace("size: int?", "size: int?\n  owner: Owner?, relation", StringComparison.Ordinal).Replace("  ownerId: long?\n", "", StringComparison.Ordinal), MigrationOptions.None).Findings, static finding => finding.Id == "POD3004");
        Assert.Equal("ownerId", finding.Column);

        var message = Assert.Single(
            Compare(Before.Replace("size: int?", "size: int?\n  keeper: Owner?, relation", StringComparison.Ordinal), MigrationOptions.None).Findings, static finding => finding.Id == "POD3006").Message;

        Assert.Contains("'default=…'", message, StringComparison.Ordinal);
        Assert.Contains("relation(optional)", message, StringComparison.Ordinal);
        Assert.Contains("--backfill pet.keeperId=\"<SQL>\"", message, StringComparison.Ordinal);
        Assert.Contains("--two-step", message, StringComparison.Ordinal);
        Assert.Contains("--recreate pet", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_steps_leave_a_debt_that_the_next_migration_pays()
    {
        var models = Before.Replace("size: int?", "size: int?\n  age: int", StringComparison.Ordinal);
        var after = Schema(models);

        var first = Compare(models, new MigrationOptions { TwoStep = true });
        var between = first.Result(after);
        var second = SchemaDiffer.Compare(between, after);

        Assert.Equal(["pet.age"], first.Debts);
        Assert.DoesNotContain(first.Findings, static finding => finding.IsError || finding.NeedsConsent);
        Assert.True(between.FindTable("pet")!.FindColumn("age")!.Nullable);
        Assert.Equal("alterColumn", Assert.Single(second.Operations).Name);
        Assert.Contains(second.Findings, static finding => finding.Id == "POD3004");
        Assert.Empty(second.Debts);
    }

    [Fact]
    public void What_loses_data_comes_before_other_warnings_and_errors_before_all()
    {
        var plan = Compare(
            Before.Replace("size: int?", "size: int\n  must: int", StringComparison.Ordinal).Replace("  cost: decimal(8,2)?\n", "", StringComparison.Ordinal), MigrationOptions.None);

        Assert.Equal(["POD3006", "POD3002", "POD3004"], plan.Findings.Select(static finding => finding.Id).Take(3));
        Assert.True(plan.Findings[1].LosesData);
    }

    [Fact]
    public void Another_name_of_the_same_check_alone_changes_nothing()
    {
        var models = Before.Replace("indexes:", "checks:\n  small: '{size} < 9'\nindexes:", StringComparison.Ordinal);

        var plan = SchemaDiffer.Compare(Schema(models), Schema(models.Replace("small:", "little:", StringComparison.Ordinal)));

        Assert.True(plan.IsEmpty);
    }

    private static MigrationPlan Compare(string models, MigrationOptions options)
    {
        var after = GeneratorRun.Of(models);
        Assert.True(after.Succeeded, string.Join('\n', after.Diagnostics));
        return SchemaDiffer.Compare(Schema(Before), after.Schema, SchemaRenames.Of(after.Project), options);
    }

    private static Pod.Schema.DatabaseSchema Schema(string models)
    {
        var result = GeneratorRun.Of(models);
        Assert.True(result.Succeeded, string.Join('\n', result.Diagnostics));
        return result.Schema;
    }
}
