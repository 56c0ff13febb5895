using Pod.Generator.Migrations;
using Pod.Generator.Tests.Support;

namespace Pod.Generator.Tests.Migrations;

public sealed class SchemaRenameTests
{
    private const string Before = """
        === owner.pod.yaml
        class: Owner
        table: owner
        fields:
          name: string, unique
          pets: List<Pet>?, relation, indexed
        checks:
          named: "{name} <> ''"
        === pet.pod.yaml
        class: Pet
        table: pet
        fields:
          keeper: Owner?, relation, indexed
          number: int?, defaultPersist=serial
        """;

    [Theory]
    [InlineData(
        "table: owner", "table: person\nrenamedFrom: owner",
        "renameTable person, renameSequence person, renameColumn pet, renameIndex person, renameIndex person, renameConstraint person, renameIndex pet, renameConstraint pet")]
    [InlineData("name: string, unique", "title: string, unique, renamedFrom=name", "renameColumn owner, renameIndex owner")]
    [InlineData("name: string, unique", "name: string, unique, column=title", "renameColumn owner, renameIndex owner")]
    [InlineData("number: int?", "serial: int?, renamedFrom=number", "renameColumn pet, renameSequence pet")]
    [InlineData("keeper: Owner?, relation", "master: Owner?, relation, renamedFrom=keeper", "renameColumn pet, renameIndex pet, renameConstraint pet")]
    [InlineData("pets: List<Pet>?, relation", "animals: List<Pet>?, relation, renamedFrom=pets", "renameColumn pet, renameIndex pet, renameConstraint pet")]
    [InlineData("name: string, unique", "title: string?, unique, renamedFrom=name", "renameColumn owner, renameIndex owner, alterColumn owner")]
    [InlineData("name: string, unique", "name: string, unique, renamedFrom=label", "")]
    public void Renames_lose_nothing(string old, string changed, string operations)
    {
        Assert.Contains(old, Before, StringComparison.Ordinal);
        var after = GeneratorRun.Of(Before.Replace(old, changed, StringComparison.Ordinal).Replace(
            "{name} <>", changed.StartsWith("title", StringComparison.Ordinal) ? "{title} <>" : "{name} <>", StringComparison.Ordinal));
        Assert.True(after.Succeeded, string.Join('\n', after.Diagnostics));

        var plan = SchemaDiffer.Compare(GeneratorRun.Of(Before).Schema, after.Schema, SchemaRenames.Of(after.Project));

        Assert.Equal(operations, string.Join(", ", plan.Operations.Select(static operation => $"{operation.Name} {operation.Table}")));
        Assert.DoesNotContain(plan.Findings, static finding => finding.IsError || finding.NeedsConsent);
        Assert.True(SchemaDiffer.Compare(after.Schema, after.Schema, SchemaRenames.Of(after.Project)).IsEmpty);
    }

    [Fact]
    public void An_index_with_another_name_is_renamed()
    {
        const string Model = "class: A\ntable: a\nfields:\n  b: int\nindexes:\n  first: {fields: b}\n";

        var plan = SchemaDiffer.Compare(GeneratorRun.Of(Model).Schema, GeneratorRun.Of(Model.Replace("first", "second", StringComparison.Ordinal)).Schema);

        Assert.Equal("renameIndex", Assert.Single(plan.Operations).Name);
    }

    [Fact]
    public void Two_fields_cannot_both_have_had_one_name()
    {
        var after = GeneratorRun.Of("class: A\ntable: a\nfields:\n  c: int?, renamedFrom=b\n  d: int?, renamedFrom=b\n");

        var plan = SchemaDiffer.Compare(GeneratorRun.Of("class: A\ntable: a\nfields:\n  b: int\n").Schema, after.Schema, SchemaRenames.Of(after.Project));

        Assert.Contains(plan.Findings, static finding => finding is { Id: "POD3014", IsError: true });
    }

    [Fact]
    public void Two_tables_cannot_both_have_had_one_name()
    {
        var after = GeneratorRun.Of("""
            === b.pod.yaml
            class: B
            table: b
            renamedFrom: a
            === c.pod.yaml
            class: C
            table: c
            renamedFrom: a
            """);

        var plan = SchemaDiffer.Compare(GeneratorRun.Of("class: A\ntable: a\n").Schema, after.Schema, SchemaRenames.Of(after.Project));

        Assert.Contains(plan.Findings, static finding => finding is { Id: "POD3014", IsError: true });
    }
}
