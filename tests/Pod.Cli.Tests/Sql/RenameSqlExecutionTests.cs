using Pod.Generator.Migrations;
using Pod.Generator.Migrations.Sql;

namespace Pod.Cli.Tests.Sql;

/// <summary>Renames, executed by PostgreSQL with rows in the tables.</summary>
public sealed class RenameSqlExecutionTests(SqlServer server) : PostgresTests(server)
{
    private const string Owner = """
        class: Owner
        table: owner
        fields:
          name: string, unique
          pets: List<Pet>?, relation, indexed
        checks:
          named: "{name} <> ''"
        """;

    private const string Pet = """
        class: Pet
        table: pet
        fields:
          keeper: Owner?, relation, indexed
          number: int?, defaultPersist=serial
        indexes:
          pet_number: {fields: number, where: '{number} > 0'}
        """;

    private const string Person = """
        class: Person
        table: person
        renamedFrom: owner
        fields:
          title: string, unique, renamedFrom=name
          animals: List<Pet>?, relation, indexed, renamedFrom=pets
        checks:
          titled: "{title} <> ''"
        """;

    private const string NewPet = """
        class: Pet
        table: pet
        fields:
          master: Person?, relation, indexed, renamedFrom=keeper
          serial: int?, column=serial_no, defaultPersist=serial, renamedFrom=number
        indexes:
          pet_serial: {fields: serial, where: '{serial} > 0'}
        """;

    // Everything that has a name, a column's own definition included.
    private const string Catalogue = """
        SELECT 'column ' || c.table_name || '.' || c.column_name || ' ' || c.data_type || ' ' || c.is_nullable || ' ' || coalesce(c.column_default, '')
            FROM information_schema.columns c WHERE c.table_schema = 'public'
        UNION ALL SELECT 'index ' || indexname || ' ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
        UNION ALL SELECT 'constraint ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
        UNION ALL SELECT 'sequence ' || sequencename FROM pg_sequences WHERE schemaname = 'public'
        ORDER BY 1
        """;

    [Fact]
    public async Task A_renamed_database_is_the_one_that_the_models_define_and_keeps_its_rows()
    {
        var before = Generate(Owner, Pet);
        var after = Generate(Person, NewPet);
        await ExecuteAsync("CREATE DATABASE fresh");
        await ExecuteAsync(PostgresMigrationWriter.WriteDefinition("2", after.Schema), "fresh");
        await ExecuteAsync(PostgresMigrationWriter.WriteDefinition("1", before.Schema));
        await ExecuteAsync("""INSERT INTO owner (name) VALUES ('Ann'); INSERT INTO pet ("keeperId", "_ownerPetsOwnerId") VALUES (1, 1)""");

        var plan = SchemaDiffer.Compare(before.Schema, after.Schema, SchemaRenames.Of(after.Project));
        await ExecuteAsync(PostgresMigrationWriter.WriteMigration("2", plan.Operations));

        Assert.DoesNotContain(plan.Findings, static finding => finding.NeedsConsent);
        Assert.Equal(await ReadAsync(Catalogue, "fresh"), await ReadAsync(Catalogue));
        Assert.Equal(
            ["Ann 1 1"],
            await ReadAsync("""SELECT title || ' ' || "_personAnimalsPersonId" || ' ' || serial_no FROM pet JOIN person ON person.id = "masterId" """));
        await ExecuteAsync("""INSERT INTO person (title) VALUES ('Bob'); INSERT INTO pet ("masterId") VALUES (2)""");
        Assert.Equal("23505", await FailAsync("INSERT INTO person (title) VALUES ('Bob')"));
    }
}
