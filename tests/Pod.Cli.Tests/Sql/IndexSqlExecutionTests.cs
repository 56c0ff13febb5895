using Pod.Generator.Migrations;
using Pod.Generator.Migrations.Sql;
using Pod.Schema;

namespace Pod.Cli.Tests.Sql;

/// <summary>The SQL of every form of index and check, executed by PostgreSQL.</summary>
public sealed class IndexSqlExecutionTests(SqlServer server) : PostgresTests(server)
{
    private const string Article = """
        class: Article
        table: article
        fields:
          title: string, unique
          body: string?, column=text
          price: decimal
          gone: DateTime?
          online: Uri?, indexed
          parent: Article?, relation(optional), indexed
          parts: List<Article>?, relation, indexed
          tags: List<string>
          words: Set<string>, indexed
          notes: Map<string, string>, serializationDataType=json
        indexes:
          article_price: {fields: 'price, gone', unique: true, nulls_distinct: false}
          article_hash: {fields: title, type: hash}
          article_spgist: {fields: title, type: spgist}
          article_brin: {fields: 'price, gone', type: brin}
          article_tags: {fields: tags, operatorClass: jsonbPathOps}
          article_live: {fields: price, where: "{gone} is null and {body} <> '{};'"}
          article_search: {fields: 'title, body', type: fulltext, language: english, weights: 'A, C'}
          article_words: {fields: 'title, body', type: fulltext, where: '{gone} is null'}
        checks:
          price_positive: '{price} >= 0'
          body_or_gone: "{body} <> '{}' or {gone} is not null"
        """;

    [Fact]
    public async Task Every_index_and_check_is_made_and_changed()
    {
        var before = Schema(Article);
        var after = Schema(Article
            .Replace(", nulls_distinct: false", "", StringComparison.Ordinal)
            .Replace(", operatorClass: jsonbPathOps", "", StringComparison.Ordinal)
            .Replace("language: english, weights: 'A, C'", "weights: 'D, A'", StringComparison.Ordinal)
            .Replace(">= 0'", "> 0'", StringComparison.Ordinal)
            .Replace("gone: DateTime?", "gone: DateOnly?", StringComparison.Ordinal)
            .Replace("serializationDataType=json", "serializationDataType=jsonb", StringComparison.Ordinal));

        await ExecuteAsync(PostgresMigrationWriter.WriteDefinition("1", before));
        await ExecuteAsync("""INSERT INTO article (title, text, price, tags, words, notes) VALUES ('Printers', 'Ink', 1, '[]', '[]', '{"a": 1}')""");
        Assert.Equal(IndexNames(before), await IndexNamesAsync());
        Assert.Equal("23505", await FailAsync("INSERT INTO article (title, text, price, tags, words, notes) VALUES ('Other', 'Ink', 1, '[]', '[]', '{}')"));
        Assert.Equal("23514", await FailAsync("INSERT INTO article (title, text, price, tags, words, notes) VALUES ('Third', 'Ink', -1, '[]', '[]', '{}')"));

        await ExecuteAsync(PostgresMigrationWriter.WriteMigration("2", SchemaDiffer.Compare(before, after).Operations));
        Assert.Equal(IndexNames(after), await IndexNamesAsync());
        await ExecuteAsync("INSERT INTO article (title, text, price, tags, words, notes) VALUES ('Other', 'Ink', 1, '[]', '[]', '{}')");
        Assert.Equal("23514", await FailAsync("INSERT INTO article (title, text, price, tags, words, notes) VALUES ('Third', 'Ink', 0, '[]', '[]', '{}')"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_table_that_comes_back_to_migrations_is_made_where_it_is_missing(bool exists)
    {
        var ours = Schema(Article.Replace("tags: List<string>", "tags: List<string>\n  number: long?, defaultPersist=serial", StringComparison.Ordinal));
        var theirs = ours with { Tables = [Assert.Single(ours.Tables) with { Managed = false }] };
        if (exists)
        {
            await ExecuteAsync(PostgresMigrationWriter.WriteDefinition("1", ours));
            await ExecuteAsync("INSERT INTO article (title, text, price, tags, words, notes) VALUES ('Printers', 'Ink', 1, '[]', '[]', '{}')");
            await ExecuteAsync("DROP INDEX article_price; ALTER TABLE article DROP CONSTRAINT article_price_positive_check");
        }

        await ExecuteAsync(PostgresMigrationWriter.WriteMigration("2", SchemaDiffer.Compare(theirs, ours).Operations));

        Assert.Equal(IndexNames(ours), await IndexNamesAsync());
        Assert.Equal(exists ? ["Printers"] : [], await ReadAsync("SELECT title FROM article"));
        Assert.Equal(
            ours.Tables[0].Checks.Select(static check => check.Name).Concat(ours.Tables[0].ForeignKeys.Select(static key => key.Name)).Order(StringComparer.Ordinal),
            (await ReadAsync("SELECT conname FROM pg_constraint WHERE conrelid = 'article'::regclass AND contype IN ('c', 'f')")).Order(StringComparer.Ordinal));
        await ExecuteAsync("INSERT INTO article (title, text, price, tags, words, notes) VALUES ('Other', 'Ink', 2, '[]', '[]', '{}')");
    }

    [Fact]
    public async Task A_full_text_index_serves_the_search_over_its_expression()
    {
        await ExecuteAsync(PostgresMigrationWriter.WriteDefinition("1", Schema(Article)));

        var plan = await ReadAsync(
            """
            SET enable_seqscan = off;
            EXPLAIN SELECT * FROM article WHERE
                (setweight(to_tsvector('english'::regconfig, coalesce(title, '')), 'A')
                    || setweight(to_tsvector('english'::regconfig, coalesce(text, '')), 'C')) @@ websearch_to_tsquery('english', 'printer -ink')
            """);

        Assert.Contains(plan, static line => line.Contains("article_search", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("hash")]
    [InlineData("gist")]
    [InlineData("brin")]
    public async Task What_an_index_type_is_said_to_cover_it_covers(string type)
    {
        string[] fields =
        [
            "bool", "short", "int", "long", "float", "double", "decimal", "string", "DateTime", "DateTimeOffset", "DateOnly", "TimeOnly", "TimeSpan",
            "Guid", "byte[]", "Uri", "BigInteger",
        ];
        var refused = type == "hash" ? "" : "bool";
        var columns = fields.Select(static (field, position) => $"  f{position}: {field}");
        var indexes = fields.Index().Where(field => field.Item != refused).Select(field => $"  article_f{field.Index}: {{fields: f{field.Index}, type: {type}}}").ToList();

        await ExecuteAsync(PostgresMigrationWriter.WriteDefinition(
            "1", Schema($"class: Article\ntable: article\nfields:\n{string.Join('\n', columns)}\nindexes:\n{string.Join('\n', indexes)}\n")));

        Assert.Equal(indexes.Count + 1, (await IndexNamesAsync()).Count());
    }

    private static IEnumerable<string> IndexNames(DatabaseSchema schema) =>
        Assert.Single(schema.Tables).Indexes.Select(static index => index.Name).Order(StringComparer.Ordinal);

    private async Task<IEnumerable<string>> IndexNamesAsync() =>
        (await ReadAsync("SELECT indexname FROM pg_indexes WHERE tablename = 'article'")).Order(StringComparer.Ordinal);

    private static DatabaseSchema Schema(string model) => Generate(model).Schema;
}
