using Pod.Generator.Migrations;
using Pod.Generator.Migrations.Sql;
using Pod.Generator.Tests.Support;
using Pod.Schema;
using Pod.Schema.Sql;

namespace Pod.Generator.Tests.Migrations;

public sealed class MigrationSqlTests
{
    private const string Models = """
        === owner.pod.yaml
        class: Owner
        table: owner
        fields:
          id: Guid, defaultPersist=random_v7
          name: string, default='it\'s'
          born: DateOnly, default=now
          counter: long?, defaultPersist=serial
          mood: Mood, default=sad
          patience: TimeSpan, default=1h 30min
        === pet.pod.yaml
        class: Pet
        table: pet
        fields:
          tags: List<string>
          owner: Owner?, relation(optional, onDelete=setNull, deferred)
        indexes:
          pet_tags_idx: {fields: tags}
        === mood.pod.yaml
        enum: Mood
        serialized: byIndex
        values: [happy, sad]
        """;

    [Fact]
    public void Definition_sql_is_what_was_verified() =>
        Snapshot.Verify(PostgresMigrationWriter.WriteDefinition("20260101000000000", GeneratorRun.Of(Models).Schema), "definition.sql");

    [Fact]
    public void A_schema_that_is_made_without_migrations_takes_the_same_statements()
    {
        var schema = GeneratorRun.Of(Models).Schema;

        Assert.Equal(Statements(PostgresMigrationWriter.WriteDefinition("20260101000000000", schema)), Statements(PostgresSchema.Create(schema)));
    }

    [Fact]
    public void Migration_sql_is_what_was_verified()
    {
        var before = GeneratorRun.Of(Models).Schema;
        var after = GeneratorRun.Of(Models
            .Replace("  born: DateOnly, default=now\n", "  height: int?\n", StringComparison.Ordinal)
            .Replace("mood: Mood, default=sad", "mood: Mood?, default=happy", StringComparison.Ordinal)
            .Replace("pet_tags_idx", "pet_tags_gin", StringComparison.Ordinal)
            .Replace("setNull", "cascade", StringComparison.Ordinal)).Schema;

        Snapshot.Verify(PostgresMigrationWriter.WriteMigration("20260102000000000", SchemaDiffer.Compare(before, after).Operations), "migration.sql");
    }

    [Fact]
    public void Migration_json_is_what_was_verified()
    {
        var schema = GeneratorRun.Of(Models).Schema;
        var plan = SchemaDiffer.Compare(DatabaseSchema.Empty("sample"), schema);

        var files = MigrationFiles.Write("20260101000000000", null, plan, schema);

        Snapshot.Verify(files["migration.json"], "migration.json");
        Snapshot.Verify(files["definition.json"], "definition.json");
    }

    // Without the title and the settings of a script.
    private static IEnumerable<string> Statements(string sql) =>
        sql.Split('\n').Where(static line => line.Length > 0 && !line.StartsWith("--", StringComparison.Ordinal) && !line.StartsWith("SET LOCAL", StringComparison.Ordinal));
}
