using Pod.Generator.Migrations;
using Pod.Generator.Migrations.Sql;
using Pod.Generator.Tests.Support;
using Pod.Schema;

namespace Pod.Generator.Tests.Migrations;

public sealed class IndexSqlTests
{
    private const string Article = """
        class: Article
        table: article
        fields:
          title: string, unique
          body: string?, column=text
          price: decimal
          gone: DateTime?
          tags: List<string>
          notes: Map<string, string>, serializationDataType=json
        indexes:
          article_price: {fields: 'price, gone', unique: true, nulls_distinct: false}
          article_tags: {fields: tags, operatorClass: jsonbPathOps}
          article_live: {fields: title, where: '{gone} is null'}
          article_search: {fields: 'title, body', type: fulltext, language: english, weights: 'A, C'}
          article_words: {fields: 'title, body', type: fulltext}
        checks:
          price_positive: '{price} >= 0'
          body_or_gone: "{body} <> '{}' or {gone} is not null"
        """;

    [Fact]
    public void Definition_sql_is_what_was_verified() =>
        Snapshot.Verify(PostgresMigrationWriter.WriteDefinition("20260101000000000", Schema(Article)), "definition.sql");

    [Fact]
    public void Migration_files_are_what_was_verified()
    {
        var schema = Schema(Article);
        var plan = SchemaDiffer.Compare(DatabaseSchema.Empty("sample"), schema);

        var files = MigrationFiles.Write("20260101000000000", null, plan, schema);

        Snapshot.Verify(files["migration.json"], "migration.json");
        Snapshot.Verify(files["definition.json"], "definition.json");
    }

    [Fact]
    public void Migration_sql_is_what_was_verified()
    {
        var after = Article
            .Replace(", nulls_distinct: false", "", StringComparison.Ordinal)
            .Replace(", operatorClass: jsonbPathOps", "", StringComparison.Ordinal)
            .Replace("where: '{gone} is null'", "where: '{gone} is null and {price} > 0'", StringComparison.Ordinal)
            .Replace("'A, C'", "'A, B'", StringComparison.Ordinal)
            .Replace("  article_words: {fields: 'title, body', type: fulltext}\n", "", StringComparison.Ordinal)
            .Replace(">= 0'", "> 0'", StringComparison.Ordinal)
            .Replace("serializationDataType=json", "serializationDataType=jsonb", StringComparison.Ordinal);

        Snapshot.Verify(
            PostgresMigrationWriter.WriteMigration("20260102000000000", SchemaDiffer.Compare(Schema(Article), Schema(after)).Operations), "migration.sql");
    }

    [Theory]
    [InlineData("  price_positive: '{price} >= 0'\n", "", "dropCheck", "")]
    [InlineData("'{price} >= 0'", "'{price} > 0'", "dropCheck, addCheck", "POD3010")]
    [InlineData("checks:\n", "checks:\n  title: \"{title} <> ''\"\n", "addCheck", "POD3010")]
    [InlineData("nulls_distinct: false", "nulls_distinct: true", "dropIndex, createIndex", "POD3005")]
    [InlineData("jsonbPathOps", "jsonbOps", "dropIndex, createIndex", "")]
    [InlineData("language: english", "language: simple", "dropIndex, createIndex", "")]
    [InlineData("{gone} is null'", "{gone} is not null'", "dropIndex, createIndex", "")]
    [InlineData("serializationDataType=json\n", "serializationDataType=jsonb\n", "alterColumn", "")]
    [InlineData("fields:\n  title", "managedMigration: false\nfields:\n  title", "", "")]
    public void A_change_gives_its_operations(string old, string changed, string operations, string findings)
    {
        Assert.Contains(old, Article, StringComparison.Ordinal);

        var plan = SchemaDiffer.Compare(Schema(Article), Schema(Article.Replace(old, changed, StringComparison.Ordinal)));

        Assert.Equal(operations, string.Join(", ", plan.Operations.Select(static operation => operation.Name)));
        Assert.Equal(findings, string.Join(' ', plan.Findings.Where(static finding => finding.NeedsConsent).Select(static finding => finding.Id)));
    }

    [Fact]
    public void What_names_a_column_that_is_made_anew_goes_before_it_and_comes_back()
    {
        var after = Article.Replace("gone: DateTime?", "gone: bool?", StringComparison.Ordinal);

        var plan = SchemaDiffer.Compare(Schema(Article), Schema(after));

        Assert.Equal(
            ["dropCheck", "dropIndex", "dropIndex", "dropColumn", "addColumn", "createIndex", "createIndex", "addCheck"],
            plan.Operations.Select(static operation => operation.Name));
    }

    [Fact]
    public void Tables_of_others_are_left_alone()
    {
        var theirs = Schema(Article.Replace("fields:\n  title", "managedMigration: false\nfields:\n  title", StringComparison.Ordinal));

        Assert.False(theirs.FindTable("article")!.Managed);
        Assert.True(SchemaDiffer.Compare(DatabaseSchema.Empty("sample"), theirs).IsEmpty);
        Assert.True(SchemaDiffer.Compare(theirs, DatabaseSchema.Empty("sample")).IsEmpty);
        Assert.DoesNotContain("CREATE TABLE", PostgresMigrationWriter.WriteDefinition("1", theirs), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_comes_back_is_made_where_it_is_missing()
    {
        var theirs = Schema(Article.Replace("fields:\n  title", "managedMigration: false\nfields:\n  title", StringComparison.Ordinal));

        var back = SchemaDiffer.Compare(theirs, Schema(Article));
        var made = SchemaDiffer.Compare(DatabaseSchema.Empty("sample"), Schema(Article));

        Assert.Equal("createTableIfNotExists", back.Operations[0].Name);
        Assert.Equal(made.Operations.Skip(1).Select(static operation => operation.Name), back.Operations.Skip(1).Select(static operation => operation.Name));
        Assert.Empty(back.Findings);
        Assert.Equal("createTable", made.Operations[0].Name);
        Assert.DoesNotContain("IF NOT EXISTS", PostgresMigrationWriter.WriteMigration("1", made.Operations), StringComparison.Ordinal);
        Assert.Contains("\"ifNotExists\": true", MigrationFiles.Write("1", null, back, Schema(Article))["migration.json"], StringComparison.Ordinal);
    }

    [Fact]
    public void Definitions_survive_the_way_through_json()
    {
        var schema = Schema(Article);

        Assert.Equal(schema, SchemaJsonReader.Read(SchemaJsonWriter.Write(schema)));
    }

    private static DatabaseSchema Schema(string models)
    {
        var result = GeneratorRun.Of(models);
        Assert.True(result.Succeeded, string.Join('\n', result.Diagnostics));
        return result.Schema;
    }
}
